package org.vedette.starter.settings;

import java.io.Serial;

/** A setting has a value that is not allowed; the message is the line that the start ends with. */
public final class SettingException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    public SettingException(String line) {
        super(line);
    }
}
