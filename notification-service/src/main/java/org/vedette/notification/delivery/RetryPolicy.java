package org.vedette.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When a deferred delivery is attempted again.
 *
 * @param first pause after the first attempt; it doubles after each
 * @param longest longest pause
 * @param giveUpAfter how long after it was opened a delivery is attempted
 * @param resends how often a mail that got no reply is sent again
 */
public record RetryPolicy(Duration first, Duration longest, Duration giveUpAfter, int resends) {

    private static final int MOST_DOUBLINGS = 20;

    Instant next(int attempts, Instant now) {
        var pause = first.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }

    boolean isOver(Instant openedAt, Instant now) {
        return openedAt.plus(giveUpAfter).isBefore(now);
    }
}
