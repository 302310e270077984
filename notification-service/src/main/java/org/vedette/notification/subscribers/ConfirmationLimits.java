package org.vedette.notification.subscribers;

import java.time.Duration;

/**
 * How long a confirmation link works, and how many confirmation mails one address gets.
 *
 * @param validity from the request to the end of the link
 * @param pause shortest time between two mails to one address
 * @param perDay most mails to one address within 24 hours
 */
public record ConfirmationLimits(Duration validity, Duration pause, int perDay) {}
