package org.vedette.notification.subscribers;

import java.time.Duration;

/**
 * The limits of confirmation links and mails.
 *
 * @param validity how long a link works after it was requested
 * @param pause shortest time between two mails to one address
 * @param perDay most mails to one address within 24 hours
 */
public record ConfirmationLimits(Duration validity, Duration pause, int perDay) {

    /** Only the validity of links is limited. */
    public static ConfirmationLimits none(Duration validity) {
        return new ConfirmationLimits(validity, Duration.ZERO, Integer.MAX_VALUE);
    }
}
