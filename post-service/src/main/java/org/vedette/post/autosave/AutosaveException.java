package org.vedette.post.autosave;

/** Signals that what was typed was not kept; the message says what to do. */
public abstract sealed class AutosaveException extends RuntimeException {

    private AutosaveException(String message) {
        super(message, null, false, false);
    }

    /** Signals that there is nothing of the caller, or no such post. */
    public static final class NoAutosaveException extends AutosaveException {
        public NoAutosaveException() {
            super("You have no changes here that are not saved.");
        }

        /** For an address under which nothing is ever kept. */
        public NoAutosaveException(String message) {
            super(message);
        }
    }

    /** Signals that there is more of it than can be kept. */
    public static final class AutosaveTooLargeException extends AutosaveException {
        AutosaveTooLargeException(long limit) {
            super("More than " + limit + " characters are not kept: shorten the text, and save it.");
        }
    }
}
