package org.vedette.feed.entries;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.timeline.Position;

/**
 * A post that is not shown: it was withdrawn, or the public must not see it. Its addresses stay taken.
 *
 * @param id identity of the post
 * @param revision revision that withdrew it
 * @param slug last path segment it had
 * @param formerSlugs earlier slugs, newest first
 * @param reason why, for readers; null when none was given
 * @param changedAt when it was withdrawn
 * @param tlp who may know of it
 */
public record Tombstone(
        UUID id,
        long revision,
        String slug,
        List<String> formerSlugs,
        @Nullable String reason,
        Instant changedAt,
        Tlp tlp)
        implements ProjectedPost {

    public Tombstone {
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** A post that was public until it was withdrawn. */
    public Tombstone(
            UUID id, long revision, String slug, List<String> formerSlugs, @Nullable String reason, Instant changedAt) {
        this(id, revision, slug, formerSlugs, reason, changedAt, Tlp.CLEAR);
    }

    @Override
    public Position position() {
        return new Position(
                id, revision, slug, formerSlugs, null, List.of(), List.of(), Map.of(), tlp, null, null, false);
    }
}
