package org.vedette.feed.blog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;

/**
 * A byline as programs read it.
 *
 * @param name the author's name
 * @param affiliation where the author worked at the time; null when the author stands alone
 * @param author slug of the author
 */
public record BylineData(String name, @Nullable String affiliation, String author) {

    /** The bylines in their order. */
    public static List<BylineData> of(List<Byline> bylines) {
        return bylines.stream()
                .map(byline -> new BylineData(byline.name(), byline.affiliation(), byline.authorSlug()))
                .toList();
    }
}
