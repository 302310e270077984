package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import reactor.core.publisher.Mono;

/** Ends subscriptions, at the request of the subscriber or because the mailbox does not exist. */
public final class UnsubscribeService {

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final Journal journal;
    private final Clock clock;

    /** A service that takes note of nothing. */
    public UnsubscribeService(Subscribers subscribers, LinkTokens tokens, Clock clock) {
        this(subscribers, tokens, Journal.NONE, clock);
    }

    public UnsubscribeService(Subscribers subscribers, LinkTokens tokens, Journal journal, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether a link carries a valid token. */
    public boolean isValid(String token) {
        return tokens.readUnsubscribe(token).isPresent();
    }

    /** Ends a subscription, also when it has ended already; false when the token is not valid. */
    public Mono<Boolean> unsubscribe(String token) {
        return unsubscribe(token, null);
    }

    /**
     * Ends a subscription, also when it has ended already; false when the token is not valid.
     *
     * @param mail id of the alert or digest whose link it is; null when it is not known
     */
    public Mono<Boolean> unsubscribe(String token, @Nullable String mail) {
        return tokens.readUnsubscribe(token)
                .map(id -> change(id, this::unsubscribe, Change.LEFT, mail).thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    /** Ends a subscription because the mail server replied that the mailbox does not exist. */
    public Mono<Void> suppress(SubscriberId id, String reason) {
        return suppress(id, reason, null);
    }

    /**
     * Ends a subscription because the mail server replied that the mailbox does not exist.
     *
     * @param mail id of the alert or digest that it replied to; null for none
     */
    public Mono<Void> suppress(SubscriberId id, String reason, @Nullable String mail) {
        return suppress(id, reason, Change.SUPPRESSED, mail);
    }

    /**
     * Ends a subscription because of a mail.
     *
     * @param change what it is counted as
     * @param mail id of the alert or digest; null for none
     */
    public Mono<Void> suppress(SubscriberId id, String reason, Change change, @Nullable String mail) {
        return change(id, known -> suppress(known, reason), change, mail).then();
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

    private Mono<Boolean> change(
            SubscriberId id, Function<Subscriber, Subscriber> change, Change kind, @Nullable String mail) {
        return Mono.defer(() -> subscribers
                        .with(id)
                        .flatMap(known -> store(known, change.apply(known), kind, mail))
                        .defaultIfEmpty(true))
                .filter(done -> done)
                .as(Changes::untilDone);
    }

    private Mono<Boolean> store(Subscriber known, Subscriber next, Change kind, @Nullable String mail) {
        if (next.equals(known)) {
            return Mono.just(true);
        }
        return subscribers
                .replace(next)
                .delayUntil(stored -> stored && known instanceof Active
                        ? journal.record(kind, 1, mail, clock.instant())
                        : Mono.empty());
    }
}
