package org.vedette.notification.webhooks.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;

/**
 * One try to deliver a message.
 *
 * @param status HTTP status; null without an answer
 * @param answer the beginning of the answer, or why there is none
 */
public record Attempt(
        Instant at, AttemptOutcome outcome, @Nullable Integer status, Duration duration, String answer) {

    static Attempt of(ReceiverAnswer answer, Instant at) {
        return new Attempt(at, answer.outcome(), answer.status(), answer.duration(), answer.text());
    }
}
