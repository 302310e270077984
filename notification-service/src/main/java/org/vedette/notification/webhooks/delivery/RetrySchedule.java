package org.vedette.notification.webhooks.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/**
 * When a message is attempted again. The pause doubles after each attempt, and is up to a fifth longer or shorter, so that
 * receivers that failed together are not asked together.
 *
 * @param first pause after the first attempt
 * @param longest longest pause
 * @param giveUpAfter how long a message is attempted
 * @param random numbers from 0 to 1
 */
public record RetrySchedule(Duration first, Duration longest, Duration giveUpAfter, DoubleSupplier random) {

    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    Instant next(int attempts, Instant now) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
        var pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        var factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
        return now.plusMillis((long) (pause.toMillis() * factor));
    }

    boolean isOver(WebhookDelivery delivery, Instant now) {
        return !delivery.openedAt().plus(giveUpAfter).isAfter(now);
    }
}
