package org.vedette.post.publishing;

import org.jspecify.annotations.Nullable;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.requests.IdempotencyKey;

/**
 * A new revision of a post, to be stored in one write.
 *
 * @param event added to the outbox of the post; null when the change is not public
 * @param key of the request that asks for it; null when it has none
 * @param isSecondIssue whether another issue of the series may cover the same period
 */
public record PostChange(
        Post post,
        RevisionInfo info,
        @Nullable OutboxEvent event,
        @Nullable IdempotencyKey key,
        boolean isSecondIssue) {

    public PostChange(Post post, RevisionInfo info) {
        this(post, info, null, null, false);
    }

    public PostChange withEvent(OutboxEvent other) {
        return new PostChange(post, info, other, key, isSecondIssue);
    }

    public PostChange withKey(@Nullable IdempotencyKey other) {
        return new PostChange(post, info, event, other, isSecondIssue);
    }

    public PostChange asSecondIssue(boolean allowed) {
        return new PostChange(post, info, event, key, allowed);
    }
}
