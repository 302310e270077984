package org.vedette.post.content;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a post that its editor writes.
 *
 * @param series slug of the series it belongs to; null when it belongs to none
 * @param period the dates this issue covers; null outside a series; may be null in a draft
 * @param language of title, standfirst and body
 * @param metadata what programs are told about the post beyond its text
 */
public record PostContent(
        Title title,
        @Nullable Standfirst standfirst,
        Body body,
        List<Byline> bylines,
        List<Tag> tags,
        @Nullable String series,
        @Nullable Period period,
        Tlp tlp,
        Language language,
        PageMetadata metadata) {

    public static final int MAX_TAGS = 20;
    public static final int MAX_BYLINES = 20;

    public PostContent {
        bylines = List.copyOf(bylines);
        tags = tags.stream().distinct().toList();
        if (tags.size() > MAX_TAGS || bylines.size() > MAX_BYLINES) {
            throw new InvalidValueException("must have at most " + MAX_TAGS + " tags and " + MAX_BYLINES + " bylines");
        }
    }

    /** The same with other tags. */
    public PostContent withTags(List<Tag> others) {
        return new PostContent(title, standfirst, body, bylines, others, series, period, tlp, language, metadata);
    }

    /** The same with other bylines. */
    public PostContent withBylines(List<Byline> others) {
        return new PostContent(title, standfirst, body, others, tags, series, period, tlp, language, metadata);
    }

    /** The same under another label. */
    public PostContent marked(Tlp other) {
        return new PostContent(title, standfirst, body, bylines, tags, series, period, other, language, metadata);
    }

    /** True when the body has no visible character. */
    public boolean isEmpty() {
        return PlainText.isInvisible(body.markdown());
    }

    /** True when readers see the same text, whatever else is different. */
    public boolean hasTextOf(PostContent other) {
        return title.equals(other.title) && Objects.equals(standfirst, other.standfirst) && body.equals(other.body);
    }

    public Optional<String> introduction() {
        return Optional.ofNullable(standfirst).map(Standfirst::value);
    }
}
