package org.vedette.notification.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the attempts at a receiver went.
 *
 * @param failures attempts that failed since the last one that succeeded
 * @param failingSince the first of them; null without one
 * @param pausedUntil no attempt is made before; null for at once
 * @param lastSuccess the last attempt that succeeded; null for none
 */
public record ReceiverHealth(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant pausedUntil,
        @Nullable Instant lastSuccess) {

    /** Nothing was tried yet. */
    public static final ReceiverHealth UNTRIED = new ReceiverHealth(0, null, null, null);

    /** From this number of failures on, the receiver counts as failing. */
    private static final int FAILING = 3;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 4;

    /** After a success. A receiver that wants to be left alone is, also when it took a message that was on its way. */
    public ReceiverHealth succeeded(Instant now) {
        return new ReceiverHealth(0, null, isPaused(now) ? pausedUntil : null, now);
    }

    /**
     * After a failure. What fails for one message alone pauses nothing; when the receiver fails again and again, it is asked once a
     * minute at most, however many messages wait.
     *
     * @param ofReceiver whether the receiver failed and not one message
     * @param retryAfter how long the receiver wants to be left alone; null when it did not say
     */
    public ReceiverHealth failed(Instant now, boolean ofReceiver, @Nullable Duration retryAfter) {
        var count = failures + 1;
        var since = failingSince == null ? now : failingSince;
        return new ReceiverHealth(count, since, pause(count, now, ofReceiver, retryAfter), lastSuccess);
    }

    private static @Nullable Instant pause(
            int failures, Instant now, boolean ofReceiver, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return now.plus(retryAfter);
        }
        if (!ofReceiver || failures < FAILING) {
            return null;
        }
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FAILING, MOST_DOUBLINGS));
        return now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }

    /** Whether it failed again and again. */
    public boolean isFailing() {
        return failures >= FAILING;
    }

    /** Whether no attempt may be made now. */
    public boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    /** Whether nothing succeeded for so long. */
    public boolean isFailingFor(Duration duration, Instant now) {
        return isFailing()
                && failingSince != null
                && !failingSince.plus(duration).isAfter(now);
    }
}
