package org.vedette.notification.webhooks.delivery;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.events.EventId;

/**
 * A message to a receiver: a row of the ledger.
 *
 * @param subject what must arrive in order: the post, or the message itself when it is a test
 * @param revision the order within the subject
 * @param title what people call it
 * @param openedAt when it was entered, or replayed last
 * @param nextAttempt when it is attempted; the last attempt or decision when it is settled
 * @param attempts how many were made
 * @param last what came of the last one; null for none
 */
public record WebhookDelivery(
        WebhookId webhook,
        EventId event,
        WebhookEventType type,
        String subject,
        long revision,
        String title,
        Status status,
        Instant openedAt,
        Instant nextAttempt,
        int attempts,
        @Nullable Attempt last) {

    /** How far it is. */
    public enum Status {
        /** It is attempted, now or later. */
        WAITING,
        DELIVERED,
        /** It was given up. */
        FAILED,
        /** Its post is not public any more. */
        SKIPPED;

        /** Name in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Identity, made of webhook and event: an event is entered for a receiver once. */
    public static String id(WebhookId webhook, EventId event) {
        return webhook + "." + event;
    }

    public String id() {
        return id(webhook, event);
    }

    WebhookDelivery settled(Status next, Instant now) {
        return with(next, now, attempts, last);
    }

    WebhookDelivery after(Attempt attempt, Status next, Instant again) {
        return with(next, again, attempts + 1, attempt);
    }

    private WebhookDelivery with(Status next, Instant at, int count, @Nullable Attempt attempt) {
        return new WebhookDelivery(webhook, event, type, subject, revision, title, next, openedAt, at, count, attempt);
    }
}
