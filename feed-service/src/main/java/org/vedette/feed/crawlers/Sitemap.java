package org.vedette.feed.crawlers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list for crawlers: of pages, or of such lists.
 *
 * @param listed in an order that is the same on every instance
 */
public record Sitemap(List<Listed> listed) {

    public Sitemap {
        listed = List.copyOf(listed);
    }

    /** The latest change of anything on a list; null when nobody can say. */
    static @Nullable Instant latest(List<Listed> listed) {
        return listed.stream()
                .map(Listed::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
