package org.vedette.notification.webhooks.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.ReceiverHealth;
import org.vedette.notification.webhooks.WebhookId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which process sends to which receiver. */
public interface Turns {

    /** A receiver for which something is due, and which nobody sends to. */
    record Due(WebhookId id, boolean isFailing) {}

    /** The receivers that are due, the longest waiting first. */
    Flux<Due> due(Instant now, int limit);

    /** Begins a turn; empty when somebody else was faster, or when nothing is due any more. */
    Mono<Turn> begin(WebhookId id, String token, Instant now, Instant until);

    /**
     * Ends a turn, and stores how the attempts went. A turn that has ended by itself changes nothing.
     *
     * @param nextDue when the receiver is due again, unless messages were announced meanwhile; null for nothing to do
     */
    Mono<Void> end(Turn turn, ReceiverHealth health, @Nullable Instant nextDue);
}
