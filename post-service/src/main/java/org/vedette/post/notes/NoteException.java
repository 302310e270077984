package org.vedette.post.notes;

/** Signals that a note was not stored; the message says what to do. */
public abstract sealed class NoteException extends RuntimeException {

    private NoteException(String message) {
        super(message, null, false, false);
    }

    /** Signals that the post has no such thread. */
    public static final class UnknownThreadException extends NoteException {
        public UnknownThreadException() {
            super("The post has no such note: it may have been deleted with the post it was on.");
        }
    }

    /** Signals that the text of a note cannot be stored. */
    public static final class InvalidNoteException extends NoteException {
        public InvalidNoteException(String violation) {
            super("The text of the note " + violation + ".");
        }
    }

    /** Signals that a post or a thread has as many notes as it may have. */
    public static final class TooManyNotesException extends NoteException {
        TooManyNotesException(String what, int max) {
            super(what + " has " + max + " notes already: talk to each other instead.");
        }
    }
}
