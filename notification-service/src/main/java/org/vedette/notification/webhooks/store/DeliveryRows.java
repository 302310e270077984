package org.vedette.notification.webhooks.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.notification.webhooks.events.EventId;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.transport.AttemptOutcome;

/** Converts between deliveries and rows. */
final class DeliveryRows {

    private DeliveryRows() {}

    static Document row(WebhookEvent event, WebhookId webhook, Instant now) {
        var subject = event.post() == null ? event.id().value() : event.post().toString();
        return new Document(MongoDeliveryLedger.ID, WebhookDelivery.id(webhook, event.id()))
                .append(MongoDeliveryLedger.WEBHOOK, webhook.value())
                .append(MongoDeliveryLedger.QUEUE, webhook.value())
                .append("event", event.id().value())
                .append("type", event.type().name())
                .append("subject", subject)
                .append("revision", event.revision())
                .append("title", event.card().title())
                .append(MongoDeliveryLedger.STATUS, Status.WAITING.word())
                .append(MongoDeliveryLedger.OPENED_AT, Date.from(now))
                .append(MongoDeliveryLedger.AT, Date.from(now))
                .append(MongoDeliveryLedger.ATTEMPTS, 0)
                .append(
                        MongoDeliveryLedger.ORDER,
                        String.format(Locale.ROOT, "%015d.%s", now.toEpochMilli(), event.id()))
                .append(MongoDeliveryLedger.HISTORY, List.of());
    }

    static WebhookDelivery delivery(Document row) {
        var last = row.get(MongoDeliveryLedger.LAST, Document.class);
        return new WebhookDelivery(
                new WebhookId(row.get(MongoDeliveryLedger.WEBHOOK, UUID.class)),
                new EventId(row.getString("event")),
                WebhookEventType.valueOf(row.getString("type")),
                row.getString("subject"),
                row.getLong("revision"),
                row.getString("title"),
                Status.valueOf(row.getString(MongoDeliveryLedger.STATUS).toUpperCase(Locale.ROOT)),
                row.getDate(MongoDeliveryLedger.OPENED_AT).toInstant(),
                row.getDate(MongoDeliveryLedger.AT).toInstant(),
                row.getInteger(MongoDeliveryLedger.ATTEMPTS),
                last == null ? null : attempt(last));
    }

    static @Nullable Document attempt(@Nullable Attempt attempt) {
        return attempt == null
                ? null
                : new Document("at", Date.from(attempt.at()))
                        .append("outcome", attempt.outcome().name())
                        .append("status", attempt.status())
                        .append("millis", attempt.duration().toMillis())
                        .append("answer", attempt.answer());
    }

    static Attempt attempt(Document document) {
        return new Attempt(
                document.getDate("at").toInstant(),
                AttemptOutcome.valueOf(document.getString("outcome")),
                document.getInteger("status"),
                Duration.ofMillis(document.getLong("millis")),
                document.getString("answer"));
    }
}
