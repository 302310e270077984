package org.vedette.feed.live;

import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.updates.TimelineChange;

/**
 * What listeners are told of a change.
 *
 * @param place its place among all changes, by which a listener resumes
 * @param kind what happened, as it looks now
 * @param post what is known of the post now
 */
public record LiveEvent(long place, ChangeKind kind, ProjectedPost post) {

    /** A post that was published and is gone already is gone; one that is back was revised. */
    static LiveEvent of(TimelineChange change) {
        if (change.post() instanceof Tombstone) {
            return new LiveEvent(change.offset(), ChangeKind.WITHDRAWN, change.post());
        }
        var kind = change.kind() == ChangeKind.WITHDRAWN ? ChangeKind.REVISED : change.kind();
        return new LiveEvent(change.offset(), kind, change.post());
    }
}
