package org.vedette.notification.operators.imports;

/** A file cannot be imported as a whole; the message says why and what to do, for people. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
