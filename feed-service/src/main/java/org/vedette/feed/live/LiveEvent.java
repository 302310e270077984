package org.vedette.feed.live;

import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Projected;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.following.Change;

/**
 * What listeners are told of a change.
 *
 * @param place its place among all changes, by which a listener resumes
 * @param kind what happened, as it looks now
 * @param post what is known of the post now
 */
public record LiveEvent(long place, ChangeKind kind, Projected post) {

    /** A post that was published and is gone already is gone; one that is back was revised. */
    static LiveEvent of(Change change) {
        if (change.now() instanceof Tombstone) {
            return new LiveEvent(change.place(), ChangeKind.WITHDRAWN, change.now());
        }
        var kind = change.kind() == ChangeKind.WITHDRAWN ? ChangeKind.REVISED : change.kind();
        return new LiveEvent(change.place(), kind, change.now());
    }
}
