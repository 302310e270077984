package org.vedette.post.exports;

/** Signals that an export was not begun; the message says what to do. */
public abstract sealed class ExportException extends RuntimeException {

    private ExportException(String message) {
        super(message, null, false, false);
    }

    /** Signals that too many exports are under way. */
    public static final class ExportsBusyException extends ExportException {
        ExportsBusyException() {
            super("Other exports are under way: try again when they are done.");
        }
    }

    /** Signals that the caller may not do this. */
    public static final class NotAnEditorException extends ExportException {
        NotAnEditorException() {
            super("Exporting needs the role editor.");
        }
    }
}
