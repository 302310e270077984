package org.vedette.gateway.links;

import java.time.Duration;

/** What a person chooses a password for. */
public enum LinkPurpose {
    /** To use an account for the first time. */
    INVITE(Duration.ofDays(3), "72 hours"),
    /** To get back into an account whose password is forgotten. */
    RESET(Duration.ofHours(1), "an hour");

    private final Duration validity;
    private final String validityText;

    LinkPurpose(Duration validity, String validityText) {
        this.validity = validity;
        this.validityText = validityText;
    }

    /** How long a link works. */
    public Duration validity() {
        return validity;
    }

    /** The same, in words. */
    public String validityText() {
        return validityText;
    }

    /** The name in the store. */
    public String text() {
        return this == INVITE ? "invite" : "reset";
    }
}
