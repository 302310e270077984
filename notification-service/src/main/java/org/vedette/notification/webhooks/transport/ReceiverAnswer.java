package org.vedette.notification.webhooks.transport;

import java.time.Duration;
import java.util.Set;
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

    /** Statuses that say something about the message, and nothing about the next one. */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(400, 406, 409, 411, 413, 414, 415, 422, 431);

    /** Whether the receiver failed as such, and not because of one message. */
    public boolean isOfReceiver() {
        return switch (outcome) {
            case DELIVERED -> false;
            case REFUSED -> status == null || !OF_THE_MESSAGE.contains(status);
            case BUSY, GONE, TIMED_OUT, BROKEN, BLOCKED -> true;
        };
    }
}
