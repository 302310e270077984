package org.vedette.notification.subscribers;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Confirming a subscription with the link that was mailed. */
public final class ConfirmationService {

    /** What a confirmation link is good for. */
    public enum Outcome {
        /** It would confirm the subscription. */
        OPEN,
        /** It has just confirmed the subscription. */
        DONE,
        /** It was used before, and the subscription it confirmed still runs. */
        ALREADY_ACTIVE,
        /** It was used before, and the subscription has ended since. */
        USED,
        /** It is too old. */
        EXPIRED,
        /** We never made it. */
        UNKNOWN
    }

    private static final int TRIES = 5;

    private final Subscribers subscribers;
    private final LinkTokens tokens;
    private final ConfirmationLimits limits;
    private final Clock clock;

    public ConfirmationService(Subscribers subscribers, LinkTokens tokens, ConfirmationLimits limits, Clock clock) {
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.limits = limits;
        this.clock = clock;
    }

    /** What {@link #confirm} would say; changes nothing. */
    public Mono<Outcome> lookAt(String token) {
        return withSubscriberOf(token, pending -> Mono.just(Outcome.OPEN));
    }

    /** Confirms a subscription, once. */
    public Mono<Outcome> confirm(String token) {
        return withSubscriberOf(token, this::activate);
    }

    private Mono<Outcome> withSubscriberOf(String token, Function<Pending, Mono<Outcome>> whenOpen) {
        return tokens.readConfirmation(token)
                .map(says -> Mono.defer(() -> judge(says, whenOpen)).repeatWhenEmpty(TRIES, lost -> lost))
                .orElseGet(() -> Mono.just(Outcome.UNKNOWN));
    }

    private Mono<Outcome> judge(LinkTokens.Confirming says, Function<Pending, Mono<Outcome>> whenOpen) {
        return subscribers
                .with(says.subscriber())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.map(subscriber -> judge(says, subscriber, whenOpen))
                        .orElseGet(() -> Mono.just(Outcome.UNKNOWN)));
    }

    private Mono<Outcome> judge(
            LinkTokens.Confirming says, Subscriber known, Function<Pending, Mono<Outcome>> whenOpen) {
        if (known instanceof Active) {
            return Mono.just(Outcome.ALREADY_ACTIVE);
        }
        if (!(known instanceof Pending pending) || pending.generation() != says.generation()) {
            return Mono.just(Outcome.USED);
        }
        return says.requestedAt().plus(limits.validity()).isBefore(clock.instant())
                ? Mono.just(Outcome.EXPIRED)
                : whenOpen.apply(pending);
    }

    private Mono<Outcome> activate(Pending pending) {
        return subscribers
                .replace(pending.confirm(clock.instant()))
                .filter(stored -> stored)
                .map(stored -> Outcome.DONE);
    }
}
