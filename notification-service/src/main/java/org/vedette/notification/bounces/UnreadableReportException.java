package org.vedette.notification.bounces;

import java.io.Serial;

/** A message cannot be read, and never will. */
public final class UnreadableReportException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableReportException(String message) {
        super(message);
    }

    public UnreadableReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
