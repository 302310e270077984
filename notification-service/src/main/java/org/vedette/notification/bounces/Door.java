package org.vedette.notification.bounces;

import java.util.Locale;

/** The ways by which reports come. */
public enum Door {
    MAILDIR,
    SMTP,
    API;

    /** As in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
