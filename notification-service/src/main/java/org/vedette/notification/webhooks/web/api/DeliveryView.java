package org.vedette.notification.webhooks.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;

/**
 * A message to a receiver in the API.
 *
 * @param event the header {@code webhook-id}, the same for each attempt
 * @param type {@code published}, {@code revised}, {@code withdrawn} or {@code ping}
 * @param status {@code waiting}, {@code delivered}, {@code failed} (given up) or {@code skipped} (the post is not public)
 * @param attempts attempts since it was entered, or replayed last
 * @param nextAttempt when it is attempted; null when it is settled
 * @param last what came of the last attempt; null for none
 * @param history all attempts, the oldest first; null in lists
 */
record DeliveryView(
        String id,
        String event,
        String type,
        String title,
        String status,
        Instant openedAt,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable AttemptView last,
        @Nullable List<AttemptView> history) {

    /**
     * An attempt.
     *
     * @param outcome {@code delivered}, {@code refused}, {@code busy}, {@code gone}, {@code timed-out}, {@code broken} or {@code
     *     blocked}
     * @param status HTTP status; null without an answer
     * @param millis how long it took
     * @param answer the first kilobyte of the answer, or why there is none
     */
    record AttemptView(Instant at, String outcome, @Nullable Integer status, long millis, String answer) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.at(),
                    attempt.outcome().word(),
                    attempt.status(),
                    attempt.duration().toMillis(),
                    attempt.answer());
        }
    }

    static DeliveryView of(WebhookDelivery delivery) {
        return of(delivery, null);
    }

    static DeliveryView of(WebhookDelivery delivery, @Nullable List<Attempt> history) {
        var last = delivery.last();
        return new DeliveryView(
                delivery.id(),
                delivery.event().value(),
                delivery.type().word(),
                delivery.title(),
                delivery.status().word(),
                delivery.openedAt(),
                delivery.attempts(),
                delivery.status() == Status.WAITING ? delivery.nextAttempt() : null,
                last == null ? null : AttemptView.of(last),
                history == null ? null : history.stream().map(AttemptView::of).toList());
    }
}
