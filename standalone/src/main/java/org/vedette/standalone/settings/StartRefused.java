package org.vedette.standalone.settings;

import org.jspecify.annotations.Nullable;

/** The suite cannot start as things are; the message is one line that says what to change. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
