package org.vedette.notification.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.notification.webhooks.events.FollowedPosts;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.events.WebhookEvents;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.signing.Signature;
import org.vedette.notification.webhooks.transport.MessageFormats;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;
import org.vedette.notification.webhooks.transport.ReceiverClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes attempts. The result is stored after the answer, so that a message whose attempt was cut off by a crash is sent again
 * under the same id, and none is lost.
 */
public final class DeliveryService {

    private static final Retry STORING = Retry.backoff(3, Duration.ofMillis(100));

    private final WebhookEvents events;
    private final FollowedPosts posts;
    private final DeliveryLedger ledger;
    private final Transmission transmission;
    private final DeliveryObserver observer;
    private final Clock clock;

    /**
     * How messages go out.
     *
     * @param schedule when they go again
     */
    public record Transmission(
            ReceiverClient client, MessageFormats formats, Signature signature, RetrySchedule schedule) {}

    public DeliveryService(
            WebhookEvents events,
            FollowedPosts posts,
            DeliveryLedger ledger,
            Transmission transmission,
            DeliveryObserver observer,
            Clock clock) {
        this.events = events;
        this.posts = posts;
        this.ledger = ledger;
        this.transmission = transmission;
        this.observer = observer;
        this.clock = clock;
    }

    /** Makes an attempt, unless the delivery is over or its post is not public any more; emits the answer of the receiver. */
    Mono<ReceiverAnswer> attempt(WebhookDelivery delivery, Webhook webhook) {
        if (delivery.attempts() > 0 && transmission.schedule().isOver(delivery, clock.instant())) {
            return settle(delivery, Status.FAILED);
        }
        return events.with(delivery.event())
                .flatMap(event -> mayBeSent(event).map(allowed -> new Outgoing(event, allowed)))
                .defaultIfEmpty(Outgoing.NOTHING)
                .flatMap(outgoing -> attempt(delivery, webhook, outgoing));
    }

    /** @param event null when it is not stored any more */
    private record Outgoing(
            @org.jspecify.annotations.Nullable WebhookEvent event, boolean allowed) {

        static final Outgoing NOTHING = new Outgoing(null, false);
    }

    private Mono<ReceiverAnswer> attempt(WebhookDelivery delivery, Webhook webhook, Outgoing outgoing) {
        var event = outgoing.event();
        if (event == null) {
            return settle(delivery, Status.FAILED);
        }
        return outgoing.allowed() ? send(delivery, webhook, event) : settle(delivery, Status.SKIPPED);
    }

    private Mono<Boolean> mayBeSent(WebhookEvent event) {
        var post = event.post();
        return post == null || !event.hasContent()
                ? Mono.just(true)
                : posts.hiddenRevision(post).map(hidden -> event.revision() > hidden);
    }

    private Mono<ReceiverAnswer> send(WebhookDelivery delivery, Webhook webhook, WebhookEvent event) {
        var kind = webhook.settings().kind();
        var body = transmission.formats().body(kind, event);
        return transmission
                .client()
                .send(webhook.settings().address(), headers(webhook, event, body), body)
                .flatMap(answer -> store(delivery, answer).thenReturn(answer));
    }

    /** The headers of Standard Webhooks; a chat gets none, because nobody there could check a signature. */
    private Map<String, String> headers(Webhook webhook, WebhookEvent event, byte[] body) {
        var kind = webhook.settings().kind();
        var contentType = transmission.formats().contentType(kind);
        if (kind != ReceiverKind.WEBHOOK) {
            return Map.of("content-type", contentType);
        }
        var now = clock.instant();
        var id = event.id().value();
        return Map.of(
                "content-type",
                contentType,
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(now.getEpochSecond()),
                "webhook-signature",
                webhook.secrets().sign(transmission.signature(), id, now, body));
    }

    private Mono<Boolean> store(WebhookDelivery delivery, ReceiverAnswer answer) {
        var now = clock.instant();
        var attempt = Attempt.of(answer, now.minus(answer.duration()));
        var again = again(delivery, answer, now);
        var status = status(delivery, answer, again);
        observer.attempted(answer.outcome(), status);
        return stored(delivery, delivery.after(attempt, status, status == Status.WAITING ? again : now));
    }

    private Status status(WebhookDelivery delivery, ReceiverAnswer answer, Instant again) {
        return switch (answer.outcome()) {
            case DELIVERED -> Status.DELIVERED;
            case GONE -> Status.FAILED;
            default ->
                delivery.type() == WebhookEventType.PING
                                || transmission.schedule().isOver(delivery, again)
                        ? Status.FAILED
                        : Status.WAITING;
        };
    }

    private Instant again(WebhookDelivery delivery, ReceiverAnswer answer, Instant now) {
        var scheduled = transmission.schedule().next(delivery.attempts() + 1, now);
        var wanted = answer.retryAfter() == null ? now : now.plus(answer.retryAfter());
        return wanted.isAfter(scheduled) ? wanted : scheduled;
    }

    private Mono<ReceiverAnswer> settle(WebhookDelivery delivery, Status status) {
        return stored(delivery, delivery.settled(status, clock.instant())).then(Mono.empty());
    }

    private Mono<Boolean> stored(WebhookDelivery known, WebhookDelivery next) {
        return ledger.store(known, next).retryWhen(STORING);
    }
}
