package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Ending subscriptions: because their owners want it, or because their mailboxes are gone. */
public final class DepartureService {

    private static final int TRIES = 5;

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final Clock clock;

    public DepartureService(Subscribers subscribers, LinkTokens tokens, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether we made this link. */
    public boolean isOurs(String token) {
        return tokens.readUnsubscribe(token).isPresent();
    }

    /** Ends a subscription, however often it is asked for; false when we did not make the link. */
    public Mono<Boolean> unsubscribe(String token) {
        return tokens.readUnsubscribe(token)
                .map(id -> change(id, this::unsubscribe).thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    /** The mail server says that this mailbox does not exist. */
    public Mono<Void> suppress(SubscriberId id, String reason) {
        return change(id, known -> suppress(known, reason)).then();
    }

    private Subscriber unsubscribe(Subscriber known) {
        if (known instanceof Active active) {
            return active.unsubscribe(clock.instant());
        }
        return known instanceof Pending pending ? pending.unsubscribe(clock.instant()) : known;
    }

    private Subscriber suppress(Subscriber known, String reason) {
        if (known instanceof Active active) {
            return active.suppress(reason, clock.instant());
        }
        return known instanceof Pending pending ? pending.suppress(reason, clock.instant()) : known;
    }

    private Mono<Boolean> change(SubscriberId id, Function<Subscriber, Subscriber> change) {
        return Mono.defer(() -> subscribers
                        .with(id)
                        .flatMap(known -> store(known, change.apply(known)))
                        .defaultIfEmpty(true))
                .filter(done -> done)
                .repeatWhenEmpty(TRIES, lost -> lost);
    }

    private Mono<Boolean> store(Subscriber known, Subscriber next) {
        return next.equals(known) ? Mono.just(true) : subscribers.replace(next);
    }
}
