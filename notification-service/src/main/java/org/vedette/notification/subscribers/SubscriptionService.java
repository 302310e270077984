package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Asking to be told. */
public final class SubscriptionService {

    /** Losing this often against other changes of one row means that somebody is hammering it. */
    private static final int TRIES = 5;

    private final Subscribers subscribers;
    private final ConfirmationMails mails;
    private final ConfirmationLimits limits;
    private final Supplier<SubscriberId> ids;
    private final Clock clock;

    public SubscriptionService(
            Subscribers subscribers,
            ConfirmationMails mails,
            ConfirmationLimits limits,
            Supplier<SubscriberId> ids,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody wants to be told at this address. The answer is the same whoever is behind it; when it comes, a
     * confirmation mail is on its way if one is due.
     */
    public Mono<Void> subscribe(EmailAddress address) {
        return Mono.defer(() -> subscribers.with(address).flatMap(this::again).switchIfEmpty(first(address)))
                .repeatWhenEmpty(TRIES, lost -> lost)
                .flatMap(this::requestConfirmation);
    }

    private Mono<Subscriber> first(EmailAddress address) {
        return Mono.defer(() -> {
            var pending = Pending.first(ids.get(), address, clock.instant());
            return subscribers.add(pending).filter(added -> added).map(added -> pending);
        });
    }

    private Mono<Subscriber> again(Subscriber known) {
        if (known instanceof Pending pending) {
            return pending.askAgain(clock.instant(), limits).map(this::store).orElseGet(() -> Mono.just(known));
        }
        if (known instanceof Unsubscribed unsubscribed) {
            return store(unsubscribed.subscribe(clock.instant()));
        }
        return Mono.just(known);
    }

    private Mono<Subscriber> store(Subscriber next) {
        return subscribers.replace(next).filter(stored -> stored).map(stored -> next);
    }

    private Mono<Void> requestConfirmation(Subscriber subscriber) {
        return subscriber instanceof Pending pending ? mails.request(pending) : Mono.empty();
    }
}
