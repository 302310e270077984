package org.vedette.post.requests;

import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;

/**
 * What a request says about the change that it asks for.
 *
 * @param note why, for the history; null when nothing was said
 * @param key identifies a request that may be repeated; null when it has no such key
 * @param isSecondIssue whether another issue of the series may cover the same period
 */
public record Edit(Caller by, @Nullable Note note, @Nullable IdempotencyKey key, boolean isSecondIssue) {

    public static Edit by(Caller caller) {
        return new Edit(caller, null, null, false);
    }

    public Edit withNote(@Nullable Note other) {
        return new Edit(by, other, key, isSecondIssue);
    }

    /** The same with a note, unless it has one. */
    public Edit withDefaultNote(String text) {
        return note == null ? withNote(new Note(text)) : this;
    }

    public Edit withKey(@Nullable IdempotencyKey other) {
        return new Edit(by, note, other, isSecondIssue);
    }

    public Edit asSecondIssue(boolean allowed) {
        return new Edit(by, note, key, allowed);
    }
}
