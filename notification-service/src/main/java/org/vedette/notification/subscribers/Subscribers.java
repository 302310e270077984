package org.vedette.notification.subscribers;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored subscribers; at most one per {@linkplain EmailAddress#key() address}. */
public interface Subscribers {

    /** Adds a new subscriber; false when the address is taken. */
    Mono<Boolean> add(Subscriber subscriber);

    /** Stores the next revision of a subscriber; false when the stored revision is not the one before it. */
    Mono<Boolean> replace(Subscriber next);

    Mono<Subscriber> with(EmailAddress address);

    Mono<Subscriber> with(SubscriberId id);

    /** Every active subscriber, streamed from the store. */
    Flux<SubscriberId> active();
}
