package org.vedette.feed.entries;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells every instance that an entry changed in the store and has to be read again. The members are those of the record on
 * the topic.
 *
 * @param postId identity of the post
 * @param revision revision that the store has at least
 * @param kind what happened; null when the sender did not say, or is newer and said what this version does not know
 */
public record FeedChange(
        UUID postId, long revision, @Nullable ChangeKind kind) {

    /** Merges two changes of one post into the newer one. A post that was published and at once revised is published. */
    public FeedChange merge(FeedChange other) {
        return other.revision >= revision ? after(other, this) : after(this, other);
    }

    private static FeedChange after(FeedChange newer, FeedChange older) {
        return newer.kind == ChangeKind.REVISED && older.kind == ChangeKind.PUBLISHED
                ? new FeedChange(newer.postId, newer.revision, ChangeKind.PUBLISHED)
                : newer;
    }
}
