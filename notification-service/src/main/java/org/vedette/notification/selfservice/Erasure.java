package org.vedette.notification.selfservice;

import java.time.Clock;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/** Erases subscribers with everything that leads to them. */
public final class Erasure {

    private final Subscribers subscribers;
    private final DeliveryHistory history;
    private final ErasedAddresses erased;
    private final Journal journal;
    private final Clock clock;

    public Erasure(
            Subscribers subscribers, DeliveryHistory history, ErasedAddresses erased, Journal journal, Clock clock) {
        this.subscribers = subscribers;
        this.history = history;
        this.erased = erased;
        this.journal = journal;
        this.clock = clock;
    }

    /** The address is remembered first, so that nothing that is interrupted makes an import possible. */
    Mono<Boolean> of(Subscriber known) {
        return erased.remember(known.address(), clock.instant())
                .then(history.forget(known))
                .then(remove(known.id()));
    }

    private Mono<Boolean> remove(SubscriberId id) {
        return Mono.defer(() -> subscribers.with(id).flatMap(this::removeKnown).defaultIfEmpty(true))
                .filter(removed -> removed)
                .as(Changes::untilDone);
    }

    private Mono<Boolean> removeKnown(Subscriber known) {
        return subscribers
                .remove(known)
                .delayUntil(removed -> removed && known instanceof Active
                        ? journal.record(Change.LEFT, clock.instant())
                        : Mono.empty());
    }
}
