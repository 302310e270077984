package org.vedette.notification.subscribers;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All subscribers; at most one per {@linkplain EmailAddress#key() address}. */
public interface Subscribers {

    /** Adds a new subscriber; false when the address is taken. */
    Mono<Boolean> add(Subscriber subscriber);

    /** Stores the next revision of a subscriber; false when somebody else changed it in between. */
    Mono<Boolean> replace(Subscriber next);

    Mono<Subscriber> with(EmailAddress address);

    Mono<Subscriber> with(SubscriberId id);

    /** The audience: every active subscriber, read while it is consumed. */
    Flux<SubscriberId> active();
}
