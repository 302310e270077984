package org.vedette.notification.signup;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.LinkTokens.ConfirmationToken;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/** Confirms subscriptions by the links in confirmation mails. */
public final class ConfirmationService {

    /** The result of following a confirmation link. */
    public enum Outcome {
        /** The link is valid and was not used yet. */
        OPEN,
        /** The link has just confirmed the subscription. */
        DONE,
        /** The link was used before, and the subscription is active. */
        ALREADY_ACTIVE,
        /** The link was used before, and the subscription has ended. */
        USED,
        /** The link has expired. */
        EXPIRED,
        /** The token is not valid. */
        UNKNOWN
    }

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final ConfirmationLimits limits;
    private final Journal journal;
    private final Clock clock;

    public ConfirmationService(
            Subscribers subscribers, LinkTokens tokens, ConfirmationLimits limits, Journal journal, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
    }

    /** The outcome that {@link #confirm} would have; changes nothing. */
    public Mono<Outcome> check(String token) {
        return follow(token, pending -> Mono.just(Outcome.OPEN));
    }

    /** Confirms a subscription, once, by a client that is not known. */
    public Mono<Outcome> confirm(String token) {
        return confirm(token, null);
    }

    /**
     * Confirms a subscription, once.
     *
     * @param client address of the client that confirms, as evidence; null when it is not known
     */
    public Mono<Outcome> confirm(String token, @Nullable String client) {
        return follow(token, pending -> activate(pending, client));
    }

    /** The subscriber of a link; empty when its token is not valid. */
    public Optional<SubscriberId> subscriber(String token) {
        return tokens.readConfirmation(token).map(ConfirmationToken::subscriber);
    }

    private Mono<Outcome> follow(String token, Function<Pending, Mono<Outcome>> ifOpen) {
        return tokens.readConfirmation(token)
                .map(confirmation ->
                        Mono.defer(() -> evaluate(confirmation, ifOpen)).as(Changes::untilDone))
                .orElseGet(() -> Mono.just(Outcome.UNKNOWN));
    }

    private Mono<Outcome> evaluate(ConfirmationToken confirmation, Function<Pending, Mono<Outcome>> ifOpen) {
        return subscribers
                .with(confirmation.subscriber())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.map(subscriber -> evaluate(confirmation, subscriber, ifOpen))
                        .orElseGet(() -> Mono.just(Outcome.UNKNOWN)));
    }

    private Mono<Outcome> evaluate(
            ConfirmationToken confirmation, Subscriber known, Function<Pending, Mono<Outcome>> ifOpen) {
        if (known instanceof Active) {
            return Mono.just(Outcome.ALREADY_ACTIVE);
        }
        if (!(known instanceof Pending pending) || pending.generation() != confirmation.generation()) {
            return Mono.just(Outcome.USED);
        }
        return confirmation.requestedAt().plus(limits.validity()).isBefore(clock.instant())
                ? Mono.just(Outcome.EXPIRED)
                : ifOpen.apply(pending);
    }

    private Mono<Outcome> activate(Pending pending, @Nullable String client) {
        return subscribers
                .replace(pending.confirm(client, clock.instant()))
                .filter(stored -> stored)
                .delayUntil(stored -> journal.record(Change.CONFIRMED, clock.instant()))
                .map(stored -> Outcome.DONE);
    }
}
