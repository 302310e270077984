package org.vedette.notification.webhooks.events;

import java.time.Instant;
import java.util.Collection;
import org.vedette.notification.webhooks.WebhookId;
import reactor.core.publisher.Mono;

/** The way from events to receivers. */
public interface MessageQueue {

    /** Enters an event for receivers; what is entered already stays as it is. Completes when it is stored durably. */
    Mono<Void> enter(WebhookEvent event, Collection<WebhookId> receivers, Instant now);
}
