package org.vedette.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published post was withdrawn; where it was public, its addresses answer 410 Gone (RFC 9110 §15.5.11).
 *
 * @param postId identity of the post
 * @param revision revision that withdrew it
 * @param slug last path segment it had
 * @param formerSlugs earlier slugs, newest first
 * @param reason why, in plain text for readers; null when none was given
 * @param withdrawnAt when, in milliseconds
 * @param tlp TLP 2.0 label it had, as in {@link PublicPost}; null in an event of an earlier version, which stands for
 *     {@code CLEAR}
 * @param tellAlerted true when those who were mailed about the post are to be mailed the withdrawal; null in events of producers
 *     that do not know it, which stands for false
 */
public record PostWithdrawn(
        UUID postId,
        long revision,
        String slug,
        List<String> formerSlugs,
        @Nullable String reason,
        Instant withdrawnAt,
        @Nullable String tlp,
        @Nullable Boolean tellAlerted)
        implements PostEvent {

    public PostWithdrawn {
        formerSlugs = NonNullLists.copyOf(formerSlugs, "formerSlugs");
    }

    /** A withdrawal that nobody is mailed about. */
    public PostWithdrawn(
            UUID postId,
            long revision,
            String slug,
            List<String> formerSlugs,
            @Nullable String reason,
            Instant withdrawnAt,
            @Nullable String tlp) {
        this(postId, revision, slug, formerSlugs, reason, withdrawnAt, tlp, false);
    }
}
