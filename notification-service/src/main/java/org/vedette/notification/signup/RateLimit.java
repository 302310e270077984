package org.vedette.notification.signup;

import java.time.Duration;

/**
 * How many requests are taken in a period. The first ones may come at once, later ones as the period passes.
 *
 * @param count 1 or more
 * @param period longer than nothing
 */
public record RateLimit(int count, Duration period) {

    public RateLimit {
        if (count < 1 || period.toMillis() < 1) {
            throw new IllegalArgumentException("a limit takes one request or more in a period");
        }
    }

    /** How much of the period one request uses up. */
    long millisEach() {
        return Math.max(1, period.toMillis() / count);
    }
}
