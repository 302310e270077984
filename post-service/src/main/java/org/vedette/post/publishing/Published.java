package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vedette.post.content.PostContent;

/**
 * A public post.
 *
 * @param publishedAt publication date; never changes
 * @param revisedAt when it was last changed; equals {@code publishedAt} until then
 */
public record Published(
        PostId id,
        Revision revision,
        Slug slug,
        List<Slug> formerSlugs,
        PostContent content,
        Instant createdAt,
        Instant publishedAt,
        Instant revisedAt)
        implements Post {

    public Published {
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** Replaces the content; a replaced slug becomes a former slug, which redirects for ever. */
    Published revised(PostContent newContent, Slug newSlug, Instant now) {
        var former = Stream.concat(Stream.of(slug), formerSlugs.stream())
                .distinct()
                .filter(earlier -> !earlier.equals(newSlug))
                .toList();
        return new Published(id, revision.next(), newSlug, former, newContent, createdAt, publishedAt, now);
    }
}
