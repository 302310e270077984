package org.vedette.embedded;

import org.jspecify.annotations.Nullable;

/** Thrown when a broker or store cannot start; the message is one line and says what to do. */
public class EmbeddedStartException extends RuntimeException {

    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
