package org.vedette.feed.crawlers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a sitemap, or of the index of sitemaps.
 *
 * @param location absolute address
 * @param lastModified when what is there changed last; null when that is unknown
 */
public record SitemapUrl(String location, @Nullable Instant lastModified) {

    /** The latest date of several entries; null when none has one. */
    static @Nullable Instant latest(List<SitemapUrl> urls) {
        return urls.stream()
                .map(SitemapUrl::lastModified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
