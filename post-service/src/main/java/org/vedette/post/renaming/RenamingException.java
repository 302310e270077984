package org.vedette.post.renaming;

import org.vedette.post.renaming.Renaming.Kind;

/** Signals that nothing is renamed; the message says what to do. */
public abstract sealed class RenamingException extends RuntimeException {

    private static final int MAX_QUOTED = 100;

    private RenamingException(String message) {
        super(message, null, false, false);
    }

    private static String shortened(String text) {
        return text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text;
    }

    /** Signals that no post has the tag. */
    public static final class UnknownTagException extends RenamingException {
        public UnknownTagException(String tag) {
            super("No post has the tag " + shortened(tag) + ": GET /api/tags lists all tags.");
        }
    }

    /** Signals that no author has the name. */
    public static final class UnknownNameException extends RenamingException {
        UnknownNameException(String message) {
            super(message);
        }
    }

    /** Signals that the new word is none. */
    public static final class InvalidRenamingException extends RenamingException {
        private final String field;

        InvalidRenamingException(String field, String message) {
            super("The field " + field + " " + message + ".");
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Signals that the new word is in use, and that it was not said that both are to become one. */
    public static final class MergeNotConfirmedException extends RenamingException {
        MergeNotConfirmedException(Kind kind, String to) {
            super(
                    kind == Kind.TAG
                            ? "There are posts with the tag " + to
                                    + " already: send \"merge\": true if both are to become one, which cannot be undone."
                            : "There is an author with the name " + to
                                    + " already: send \"merge\": true if both are the same person.");
        }
    }

    /** Signals that too many renamings wait. */
    public static final class TooManyRenamingsException extends RenamingException {
        TooManyRenamingsException(int max) {
            super(max + " renamings wait already: ask for this one when some of them are done.");
        }
    }

    /** Signals that no renaming has the id. */
    public static final class RenamingNotFoundException extends RenamingException {
        public RenamingNotFoundException(String id) {
            super("There is no renaming with the id " + shortened(id) + ".");
        }
    }

    /** Signals that the caller may not do this. */
    public static final class RenamingNotPermittedException extends RenamingException {
        RenamingNotPermittedException() {
            super("Renaming needs the role editor.");
        }
    }
}
