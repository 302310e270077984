package org.vedette.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a deferred delivery is attempted again.
 *
 * @param first pause after the first attempt; it doubles after each
 * @param longest longest pause
 * @param giveUpAfter how long after it was opened a delivery is attempted
 */
public record RetryPolicy(Duration first, Duration longest, Duration giveUpAfter) {

    private static final int MOST_DOUBLINGS = 20;

    Instant next(int attempts, Instant now) {
        var pause = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }

    boolean isOver(Instant openedAt, Instant now) {
        return openedAt.plus(giveUpAfter).isBefore(now);
    }
}
