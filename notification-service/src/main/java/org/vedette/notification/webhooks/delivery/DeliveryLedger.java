package org.vedette.notification.webhooks.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.notification.webhooks.events.MessageQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored deliveries with all their attempts. */
public interface DeliveryLedger extends MessageQueue {

    /** Those of a receiver that wait, in the order they were opened. */
    Flux<WebhookDelivery> waiting(WebhookId webhook, int limit);

    /** Stores the state after an attempt; false when the delivery was settled or replayed meanwhile. */
    Mono<Boolean> store(WebhookDelivery known, WebhookDelivery next);

    /** Has everything that waits attempted now. */
    Mono<Void> hasten(WebhookId webhook, Instant now);

    Mono<WebhookDelivery> with(String id);

    /** All attempts at a delivery, the oldest first. */
    Mono<List<Attempt>> attempts(String id);

    /**
     * The newest deliveries of a receiver, newest first.
     *
     * @param status the only one that counts; null for every one
     * @param before id of the last one of the page before; null for the first page
     */
    Flux<WebhookDelivery> newest(
            WebhookId webhook, WebhookDelivery.@Nullable Status status, @Nullable String before, int limit);

    /** Opens a settled delivery again; false when there is none. */
    Mono<Boolean> replay(String id, Instant now);

    /** Opens those again that were given up since a time; returns how many. */
    Mono<Long> replayFailed(WebhookId webhook, Instant since, Instant now);

    /** How many wait, and since when the oldest does. */
    Mono<Backlog> backlog();

    /** Removes settled deliveries that were opened before; returns how many. */
    Mono<Long> forgetBefore(Instant time);

    /**
     * What waits.
     *
     * @param oldest null when nothing waits
     */
    record Backlog(long waiting, @Nullable Instant oldest) {}
}
