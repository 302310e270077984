package org.vedette.notification.webhooks.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver made of a message.
 *
 * @param status HTTP status; null without an answer
 * @param text the beginning of the answer, or why there is none
 * @param retryAfter how long the receiver wants to be left alone; null when it did not say
 * @param duration of the attempt
 */
public record ReceiverAnswer(
        AttemptOutcome outcome,
        @Nullable Integer status,
        String text,
        @Nullable Duration retryAfter,
        Duration duration) {

    /** Whether the receiver failed as such, and not because of one message. */
    public boolean isOfReceiver() {
        return switch (outcome) {
            case DELIVERED -> false;
            case REFUSED -> status == null || status >= 500 || status == 401 || status == 403 || status == 404;
            case BUSY, GONE, TIMED_OUT, BROKEN, BLOCKED -> true;
        };
    }
}
