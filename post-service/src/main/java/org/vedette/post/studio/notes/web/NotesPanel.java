package org.vedette.post.studio.notes.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notes on a post.
 *
 * @param path under which notes are sent
 * @param open threads that are not settled, oldest first
 * @param resolved threads that are
 * @param error why a note was not stored; null for nothing
 * @param typed what it said; empty for nothing
 */
public record NotesPanel(
        String path,
        List<ThreadRow> open,
        List<ThreadRow> resolved,
        @Nullable String error,
        String typed) {

    public NotesPanel {
        open = List.copyOf(open);
        resolved = List.copyOf(resolved);
    }

    NotesPanel refused(String why, String text) {
        return new NotesPanel(path, open, resolved, why, text);
    }

    /**
     * A thread.
     *
     * @param settled by whom and when it was; null while it is open
     */
    public record ThreadRow(String id, @Nullable String settled, List<NoteRow> notes) {

        public ThreadRow {
            notes = List.copyOf(notes);
        }
    }

    /** A note or a reply. */
    public record NoteRow(String by, String at, String text) {}
}
