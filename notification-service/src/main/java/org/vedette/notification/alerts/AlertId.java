package org.vedette.notification.alerts;

import java.util.UUID;

/**
 * Identity of an alert, made from what it is about: a second alert about the same thing has the same id.
 *
 * @param value lower-case letters, digits and hyphens, so that it can stand in a URL and in a Message-ID
 */
public record AlertId(String value) {

    private static final int LONGEST = 64;
    private static final String DIGEST = "digest-";

    public AlertId {
        if (!value.matches("[a-z0-9-]{1," + LONGEST + "}")) {
            throw new IllegalArgumentException("not the id of an alert");
        }
    }

    /** The id of the alert about a post. */
    public static AlertId ofPost(UUID post) {
        return new AlertId(post.toString());
    }

    /** The id of a digest, which is an alert about a period. */
    public static AlertId ofDigest(String period) {
        return new AlertId(DIGEST + period);
    }

    /** Whether it is about a period and not about a post. */
    public boolean isDigest() {
        return value.startsWith(DIGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
