package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.function.Function;
import org.vedette.notification.changes.Changes;
import reactor.core.publisher.Mono;

/** Ends subscriptions, at the request of the subscriber or because the mailbox does not exist. */
public final class UnsubscribeService {

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final Clock clock;

    public UnsubscribeService(Subscribers subscribers, LinkTokens tokens, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether a link carries a valid token. */
    public boolean isValid(String token) {
        return tokens.readUnsubscribe(token).isPresent();
    }

    /** Ends a subscription, also when it has ended already; false when the token is not valid. */
    public Mono<Boolean> unsubscribe(String token) {
        return tokens.readUnsubscribe(token)
                .map(id -> change(id, this::unsubscribe).thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    /** Ends a subscription because the mail server replied that the mailbox does not exist. */
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
                .as(Changes::untilDone);
    }

    private Mono<Boolean> store(Subscriber known, Subscriber next) {
        return next.equals(known) ? Mono.just(true) : subscribers.replace(next);
    }
}
