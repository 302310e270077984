package org.vedette.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public post is gone: its addresses answer 410.
 *
 * @param postId identity of the post
 * @param revision revision that withdrew it
 * @param slug last path segment it had
 * @param formerSlugs earlier slugs, newest first
 * @param reason why, in plain text for readers; null when none was given
 * @param withdrawnAt when, in milliseconds
 */
public record PostWithdrawn(
        UUID postId,
        long revision,
        String slug,
        List<String> formerSlugs,
        @Nullable String reason,
        Instant withdrawnAt) implements PostEvent {

    public PostWithdrawn {
        formerSlugs = Elements.of(formerSlugs, "formerSlugs");
    }
}
