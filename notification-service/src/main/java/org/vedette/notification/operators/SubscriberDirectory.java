package org.vedette.notification.operators;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The subscribers as operators look them up. */
public interface SubscriberDirectory {

    /** How many there are in each state; a state that nobody is in is missing. */
    Mono<Map<SubscriberState, Long>> counts();

    /**
     * The newest subscribers, newest first.
     *
     * @param state the only state that counts; null for every one
     * @param before the last one of the page before; null for the first page
     */
    Flux<Subscriber> newest(@Nullable SubscriberState state, @Nullable SubscriberId before, int limit);

    /** All subscribers, streamed from the store in no order. */
    Flux<Subscriber> all();
}
