package org.vedette.feed.entries;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry changed in the store: every instance reads it anew.
 *
 * @param postId identity of the post
 * @param revision revision the store has at least
 * @param kind what happened; null when who announced it did not say, or said what came after us
 */
public record FeedChange(
        UUID postId, long revision, @Nullable ChangeKind kind) {

    /**
     * One piece of news instead of two of the same post: the newer one. A post that was published and at once revised is
     * a new one for readers.
     */
    public FeedChange and(FeedChange other) {
        return other.revision >= revision ? after(other, this) : after(this, other);
    }

    private static FeedChange after(FeedChange newer, FeedChange older) {
        return newer.kind == ChangeKind.REVISED && older.kind == ChangeKind.PUBLISHED
                ? new FeedChange(newer.postId, newer.revision, ChangeKind.PUBLISHED)
                : newer;
    }
}
