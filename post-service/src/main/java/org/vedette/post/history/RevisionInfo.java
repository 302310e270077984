package org.vedette.post.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.requests.Person;

/**
 * What is known about a revision.
 *
 * @param by who made it; null for one of an earlier version
 * @param at when; null for one of an earlier version
 * @param note why; null when nothing was said
 * @param changed the fields in which it differs from the revision before; empty for the first one
 */
public record RevisionInfo(
        Revision revision,
        @Nullable Person by,
        @Nullable Instant at,
        @Nullable Note note,
        Set<PostField> changed) {

    public RevisionInfo {
        changed = Set.copyOf(changed);
    }
}
