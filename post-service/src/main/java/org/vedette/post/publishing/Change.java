package org.vedette.post.publishing;

import org.jspecify.annotations.Nullable;
import org.vedette.post.outbox.Announcement;

/**
 * A post as it is to be stored, and what is to be announced with it: both in one write, or neither.
 *
 * @param post the new state; replaces the revision before its own
 * @param announcement null when the change is nobody's business
 */
public record Change(Post post, @Nullable Announcement announcement) {

    static Change quiet(Post post) {
        return new Change(post, null);
    }
}
