package org.vedette.notification.webhooks.events;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The stored events, which deliveries name. */
public interface WebhookEvents {

    /** Stores an event unless it is stored already. */
    Mono<Void> keep(WebhookEvent event);

    Mono<WebhookEvent> with(EventId id);

    /** Removes those that happened before; returns how many. */
    Mono<Long> forgetBefore(Instant time);
}
