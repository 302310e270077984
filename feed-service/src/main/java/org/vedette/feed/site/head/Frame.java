package org.vedette.feed.site.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param blog name of the blog
 * @param tagline one line saying what it is
 * @param title title of the document
 * @param description what the page is about, in plain text
 * @param canonical the one address of the page; null for a page that is nowhere at home
 * @param kind OpenGraph type
 * @param indexed whether search engines may keep it
 * @param feed absolute address of the RSS feed
 * @param changedAt when anything on it may have changed last; null when unknown
 */
public record Frame(
        String blog,
        String tagline,
        String title,
        String description,
        @Nullable String canonical,
        String kind,
        boolean indexed,
        String feed,
        @Nullable Instant changedAt) {}
