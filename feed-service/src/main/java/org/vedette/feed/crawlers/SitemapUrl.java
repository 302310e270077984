package org.vedette.feed.crawlers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a sitemap, or of the index of sitemaps.
 *
 * @param location absolute address
 * @param lastModified when what is there changed last; null when that is unknown
 */
public record SitemapUrl(String location, @Nullable Instant lastModified) {}
