package org.vedette.feed.search.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.TextPart;

/**
 * A post that was found, with the places where.
 *
 * @param id identity of the post
 * @param title plain text
 * @param titleParts the title in parts, those marked that were searched for
 * @param fragments one or two pieces of the body in such parts
 * @param slug last path segment of its address
 * @param permalink its whole address
 * @param publishedAt first publication
 * @param bylines printed credits in order
 * @param tags in the editor's order
 * @param series the series it belongs to; null when it belongs to none
 * @param tlp TLP 2.0 label without its prefix
 * @param excerpt machine-cut summary
 */
record FoundPost(
        UUID id,
        String title,
        List<TextPart> titleParts,
        List<List<TextPart>> fragments,
        String slug,
        String permalink,
        Instant publishedAt,
        List<Byline> bylines,
        List<String> tags,
        @Nullable Series series,
        String tlp,
        String excerpt) {

    static FoundPost of(Hit hit, EntrySummary head, Blog blog) {
        return new FoundPost(
                head.id(),
                head.title(),
                hit.title(),
                hit.fragments(),
                head.slug(),
                blog.permalink(head.slug()),
                head.publishedAt(),
                head.bylines(),
                head.tags(),
                head.series(),
                head.tlp().word(),
                head.excerpt());
    }
}
