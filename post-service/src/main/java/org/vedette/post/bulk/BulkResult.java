package org.vedette.post.bulk;

import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;

/**
 * What came of a change for one of many posts.
 *
 * @param post as it is now; null when it was refused or could not be read
 * @param refusal why nothing was changed; null when nothing kept it from being changed
 */
public record BulkResult(
        PostId id,
        Outcome outcome,
        @Nullable Post post,
        @Nullable Throwable refusal) {

    /** What happened. */
    public enum Outcome {
        CHANGED,
        /** The post was so already. */
        UNCHANGED,
        REFUSED
    }

    static BulkResult of(Post before, Post after) {
        var outcome = after.revision().equals(before.revision()) ? Outcome.UNCHANGED : Outcome.CHANGED;
        return new BulkResult(after.id(), outcome, after, null);
    }

    static BulkResult refused(PostId id, Throwable why) {
        return new BulkResult(id, Outcome.REFUSED, null, why);
    }
}
