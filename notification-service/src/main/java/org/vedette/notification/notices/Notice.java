package org.vedette.notification.notices;

/** What the team is told about an alert, each once. */
public enum Notice {
    /** It waits for a second look. */
    WAITING,
    /** No mail server takes mail, and it is not done. */
    HALTED,
    /** Nobody got a mail. */
    FAILED
}
