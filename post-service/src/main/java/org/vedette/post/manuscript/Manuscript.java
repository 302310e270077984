package org.vedette.post.manuscript;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an editor writes in a post.
 *
 * @param series slug of the series it belongs to; null when it belongs to none
 * @param period the dates this issue covers; null outside a series, and in a draft that does not know them yet
 */
public record Manuscript(
        Title title,
        @Nullable Standfirst standfirst,
        Body body,
        List<Byline> bylines,
        List<Tag> tags,
        @Nullable String series,
        @Nullable Period period,
        Tlp tlp) {

    /** More than this many tags or bylines is a mistake. */
    public static final int MAX_TAGS = 20;

    public static final int MAX_BYLINES = 20;

    public Manuscript {
        bylines = List.copyOf(bylines);
        tags = tags.stream().distinct().toList();
        if (tags.size() > MAX_TAGS || bylines.size() > MAX_BYLINES) {
            throw new Unfit("must have at most " + MAX_TAGS + " tags and " + MAX_BYLINES + " bylines");
        }
    }

    /** True when the body would show nothing. */
    public boolean isEmpty() {
        return PlainText.isBlank(body.markdown());
    }

    public Optional<String> introduction() {
        return Optional.ofNullable(standfirst).map(Standfirst::value);
    }
}
