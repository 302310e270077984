package org.vedette.post.notes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.requests.Person;

/**
 * A note on a post with the replies to it.
 *
 * @param notes the note, then the replies, oldest first
 * @param resolution who said that it is settled; null while it is open
 */
public record NoteThread(
        UUID id, PostId post, List<Note> notes, @Nullable Resolution resolution) {

    public NoteThread {
        notes = List.copyOf(notes);
    }

    public boolean isResolved() {
        return resolution != null;
    }

    /** A note or a reply. */
    public record Note(Person by, Instant at, Remark text) {}

    /** That a thread is settled. */
    public record Resolution(Person by, Instant at) {}
}
