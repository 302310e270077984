package org.vedette.notification.webhooks.delivery;

import java.time.Duration;

/**
 * The limits of sending.
 *
 * @param total most receivers that are sent to at the same time
 * @param perWebhook most messages that one receiver gets at the same time
 * @param turn how long new attempts are begun within a turn
 * @param lease how long a turn lasts at most, the last attempts included
 * @param disableAfter how long nothing may succeed until a webhook is disabled
 */
public record DeliveryRules(int total, int perWebhook, Duration turn, Duration lease, Duration disableAfter) {

    private static final Duration RESERVE = Duration.ofSeconds(2);

    /** Rules whose lease is long enough for attempts that take their whole timeout. */
    public static DeliveryRules of(int total, int perWebhook, Duration turn, Duration timeout, Duration disableAfter) {
        return new DeliveryRules(
                total, perWebhook, turn, turn.plus(timeout.multipliedBy(2)).plus(RESERVE), disableAfter);
    }
}
