package org.vedette.post.imports;

/** Signals that an import was not begun, or is not known; the message says what to do. */
public abstract sealed class ImportException extends RuntimeException {

    private ImportException(String message) {
        super(message, null, false, false);
    }

    /** Signals that the file is none that posts can be imported from. */
    public static final class UnknownFormatException extends ImportException {
        public UnknownFormatException(String what) {
            super(what
                    + ": send an export of Vedette, a WordPress export (XML), a Ghost export (JSON), a file of Markdown, or a zip"
                    + " of one of them and the pictures beside it.");
        }
    }

    /** Signals that the file has too many bytes. */
    public static final class ImportTooLargeException extends ImportException {
        private final long limit;

        public ImportTooLargeException(long limit) {
            super("The file has more than " + limit
                    + " bytes: import it in parts, or raise vedette.imports.max-bytes.");
            this.limit = limit;
        }

        /** In bytes. */
        public long limit() {
            return limit;
        }
    }

    /** Signals that too many imports wait. */
    public static final class ImportsBusyException extends ImportException {
        public ImportsBusyException() {
            super("Other imports are under way: send this one again when they are done.");
        }
    }

    /** Signals that no import has the id. */
    public static final class ImportNotFoundException extends ImportException {
        public ImportNotFoundException(String id) {
            super("There is no import with the id " + id + ".");
        }
    }

    /** Signals that the caller may not do this. */
    public static final class NotAnEditorException extends ImportException {
        public NotAnEditorException() {
            super("Importing needs the role editor.");
        }
    }
}
