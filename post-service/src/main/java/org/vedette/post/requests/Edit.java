package org.vedette.post.requests;

import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;

/**
 * What a request says about the change that it asks for.
 *
 * @param note why, for the history; null when nothing was said
 * @param key identifies a request that may be repeated; null when it has no such key
 * @param isSecondIssue whether another issue of the series may cover the same period
 * @param tellsAlerted whether those who were mailed about the post are mailed its correction or withdrawal
 */
public record Edit(
        Caller by, @Nullable Note note, @Nullable IdempotencyKey key, boolean isSecondIssue, boolean tellsAlerted) {

    public static Edit by(Caller caller) {
        return new Edit(caller, null, null, false, false);
    }

    public Edit withNote(@Nullable Note other) {
        return new Edit(by, other, key, isSecondIssue, tellsAlerted);
    }

    /** The same with a note, unless it has one. */
    public Edit withDefaultNote(String text) {
        return note == null ? withNote(new Note(text)) : this;
    }

    public Edit withKey(@Nullable IdempotencyKey other) {
        return new Edit(by, note, other, isSecondIssue, tellsAlerted);
    }

    public Edit asSecondIssue(boolean allowed) {
        return new Edit(by, note, key, allowed, tellsAlerted);
    }

    public Edit tellingAlerted(boolean tells) {
        return new Edit(by, note, key, isSecondIssue, tells);
    }
}
