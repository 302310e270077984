package org.vedette.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All deliveries. Writing a row is what claims it. */
public interface Ledger {

    /** Writes a new row; false when there is one already. */
    Mono<Boolean> open(Delivery delivery);

    /** Claims a row that is known to wait or to be abandoned; false when it has changed since. */
    Mono<Boolean> claim(Delivery known, Delivery claimed);

    /** Writes what came of a claimed delivery; false when it is no longer claimed by this owner. */
    Mono<Boolean> settle(Delivery settled, String owner);

    /** Says that these deliveries are still being worked on by their owner. */
    Mono<Void> renew(Collection<DeliveryId> claimed, String owner, Instant now);

    /** Deferred deliveries whose time has come. */
    Flux<Delivery> due(Instant now, int limit);

    /** Deliveries whose owner has not said anything since a certain time. */
    Flux<Delivery> abandoned(Instant silentSince, int limit);
}
