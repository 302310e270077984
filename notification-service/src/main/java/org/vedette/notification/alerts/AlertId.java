package org.vedette.notification.alerts;

import java.util.UUID;

/**
 * Identity of an alert, made from what it is about: announcing the same thing again is the same alert.
 *
 * @param value safe in an address and in a Message-ID
 */
public record AlertId(String value) {

    private static final int LONGEST = 64;

    public AlertId {
        if (!value.matches("[a-z0-9-]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("not the id of an alert");
        }
    }

    /** The alert that a post was published. */
    public static AlertId ofPost(UUID post) {
        return new AlertId(post.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
