package org.vedette.notification.delivery.control;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes of the deliveries of an alert or a digest that operators decide. */
public interface DeliveryChanges {

    /**
     * Ends all deliveries that wait. What was never handed over is suppressed; a mail that may be out becomes
     * uncertain. Emits their number.
     */
    Mono<Long> cancel(AlertId alert, String reason, Instant now);

    /** The subscribers whose deliveries bounced or were abandoned, streamed from the store. */
    Flux<SubscriberId> failed(AlertId alert);

    /** Lets failed deliveries be due now, and be attempted for as long as new ones; emits their number. */
    Mono<Long> resend(AlertId alert, Collection<SubscriberId> subscribers, Instant now);

    /**
     * Lets deliveries that wait be attempted for as long as new ones: the time in which they were stopped does not
     * count.
     *
     * @param alert the only one that counts; null for all alerts and digests
     */
    Mono<Void> restart(@Nullable AlertId alert, Instant now);
}
