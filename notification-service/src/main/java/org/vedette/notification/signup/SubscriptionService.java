package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Subscribes mail addresses. */
public final class SubscriptionService {

    /** Limits how often a lost update is repeated; more in a row are a sign of an attack. */
    private static final int MAX_ATTEMPTS = 5;

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
     * Subscribes an address, subject to confirmation. The result is the same whether or not the address is known. When it
     * completes, a confirmation mail is requested if one is due.
     */
    public Mono<Void> subscribe(EmailAddress address) {
        return Mono.defer(() ->
                        subscribers.with(address).flatMap(this::subscribeAgain).switchIfEmpty(subscribeFirst(address)))
                .repeatWhenEmpty(MAX_ATTEMPTS, repeats -> repeats)
                .flatMap(this::requestConfirmation);
    }

    private Mono<Subscriber> subscribeFirst(EmailAddress address) {
        return Mono.defer(() -> {
            var pending = Pending.first(ids.get(), address, clock.instant());
            return subscribers.add(pending).filter(added -> added).map(added -> pending);
        });
    }

    private Mono<Subscriber> subscribeAgain(Subscriber known) {
        if (known instanceof Pending pending) {
            return pending.requestAgain(clock.instant(), limits)
                    .map(this::store)
                    .orElseGet(() -> Mono.just(known));
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
