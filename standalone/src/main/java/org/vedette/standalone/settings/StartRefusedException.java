package org.vedette.standalone.settings;

import org.jspecify.annotations.Nullable;

/** Thrown when the suite cannot start; the message is one line that says what to change. */
public final class StartRefusedException extends RuntimeException {

    public StartRefusedException(String line) {
        super(line);
    }

    public StartRefusedException(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
