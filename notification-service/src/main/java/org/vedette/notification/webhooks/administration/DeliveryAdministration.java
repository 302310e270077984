package org.vedette.notification.webhooks.administration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.DeliveryLedger;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.events.EventContents;
import org.vedette.notification.webhooks.events.EventId;
import org.vedette.notification.webhooks.events.PostCard;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.events.WebhookEvents;
import reactor.core.publisher.Mono;

/** Shows deliveries, replays them, and tries webhooks. */
public final class DeliveryAdministration {

    private final DeliveryLedger ledger;
    private final WebhookEvents events;
    private final EventContents contents;
    private final TestMessages tests;
    private final Clock clock;

    /**
     * What tests are made of.
     *
     * @param siteTitle name of the site
     * @param baseUrl address of the site
     */
    public record TestMessages(Supplier<UUID> ids, String siteTitle, String baseUrl) {}

    public DeliveryAdministration(
            DeliveryLedger ledger, WebhookEvents events, EventContents contents, TestMessages tests, Clock clock) {
        this.ledger = ledger;
        this.events = events;
        this.contents = contents;
        this.tests = tests;
        this.clock = clock;
    }

    /** Enters a test for a webhook that is enabled; emits the id of the delivery. */
    public Mono<String> ping(Webhook webhook) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var event = ping(EventId.ofPing(tests.ids().get()), now);
            return events.keep(event)
                    .then(Mono.defer(() -> ledger.enter(event, List.of(webhook.id()), now)))
                    .thenReturn(WebhookDelivery.id(webhook.id(), event.id()));
        });
    }

    private WebhookEvent ping(EventId id, Instant now) {
        var card = new PostCard(
                "A test of " + tests.siteTitle(),
                "Somebody tries this channel. Posts will be announced here.",
                null,
                tests.baseUrl() + "/",
                "CLEAR");
        var body = contents.ofPing(id, now, card.link());
        return new WebhookEvent(id, WebhookEventType.PING, null, 0, now, card, body);
    }

    /** A delivery; empty when there is none. */
    public Mono<WebhookDelivery> find(String id) {
        return ledger.with(id);
    }

    /** All attempts at a delivery, the oldest first. */
    public Mono<List<Attempt>> attempts(String id) {
        return ledger.attempts(id);
    }

    /**
     * The newest deliveries of a webhook, newest first.
     *
     * @param status the only one that counts; null for every one
     * @param before id of the last one of the page before; null for the first page
     */
    public Mono<List<WebhookDelivery>> newest(
            WebhookId webhook, WebhookDelivery.@Nullable Status status, @Nullable String before, int limit) {
        return ledger.newest(webhook, status, before, limit).collectList();
    }

    /** Sends a settled message again, under the same id; false when there is none or it still waits. */
    public Mono<Boolean> replay(String id) {
        return Mono.defer(() -> ledger.replay(id, clock.instant()));
    }

    /** Sends the messages again that were given up since a time; emits how many. */
    public Mono<Long> replayFailed(WebhookId webhook, Instant since) {
        return Mono.defer(() -> ledger.replayFailed(webhook, since, clock.instant()));
    }
}
