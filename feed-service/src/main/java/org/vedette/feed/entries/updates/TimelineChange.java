package org.vedette.feed.entries.updates;

import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;

/**
 * A change of a post that the timeline of this instance contains.
 *
 * @param offset its offset on the topic of changes, which only grows; the same on every instance
 * @param kind what happened, as it looks now
 * @param post what the store has of the post, of this revision or of a later one
 * @param precedesLoad whether the timeline contained it when it was loaded, so that only clients which resume need it
 */
public record TimelineChange(long offset, ChangeKind kind, ProjectedPost post, boolean precedesLoad) {

    /** A post that is withdrawn by now was withdrawn; one that is back was revised. */
    public TimelineChange {
        if (post instanceof Tombstone) {
            kind = ChangeKind.WITHDRAWN;
        } else if (kind == ChangeKind.WITHDRAWN) {
            kind = ChangeKind.REVISED;
        }
    }
}
