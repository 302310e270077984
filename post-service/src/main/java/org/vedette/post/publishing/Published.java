package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vedette.post.manuscript.Manuscript;

/**
 * A public post.
 *
 * @param publishedAt the date it carries; never changes
 * @param revisedAt when it was last changed; equals {@code publishedAt} until then
 */
public record Published(
        PostId id,
        Revision revision,
        Slug slug,
        List<Slug> formerSlugs,
        Manuscript manuscript,
        Instant createdAt,
        Instant publishedAt,
        Instant revisedAt)
        implements Post {

    public Published {
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** Replaces everything the editor wrote; a slug that is given up leads to the new one for ever. */
    Published revised(Manuscript newManuscript, Slug newSlug, Instant now) {
        List<Slug> former = Stream.concat(Stream.of(slug), formerSlugs.stream())
                .distinct()
                .filter(earlier -> !earlier.equals(newSlug))
                .toList();
        return new Published(id, revision.next(), newSlug, former, newManuscript, createdAt, publishedAt, now);
    }
}
