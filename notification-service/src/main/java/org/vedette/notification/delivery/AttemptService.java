package org.vedette.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.vedette.notification.controls.Verdict;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.failures.GuaranteedSignal;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Mono;

/** Makes one attempt at a claimed delivery and stores the result. */
public final class AttemptService {

    private static final Logger log = LoggerFactory.getLogger(AttemptService.class);

    /** Longer than a mail waits for a connection, and then for all replies of a slow mail server. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final Claims claims;
    private final Mailer mailer;
    private final UnsubscribeService unsubscribes;
    private final RetryPolicy policy;
    private final Clock clock;
    private final Map<Class<? extends DeliveryState>, LongAdder> settled = new ConcurrentHashMap<>();

    public AttemptService(
            Claims claims, Mailer mailer, UnsubscribeService unsubscribes, RetryPolicy policy, Clock clock) {
        this.claims = claims;
        this.mailer = mailer;
        this.unsubscribes = unsubscribes;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Runs to its end even when the subscriber cancels, because the result of a mail that is out must be stored; and
     * also when an Error, which passes Reactor's subscribers by, has ended a part of it.
     */
    Mono<Void> make(Delivery claimed, Mono<Message> message) {
        var permission = new Permission();
        var attempt = claims.verdict(claimed.id())
                .flatMap(verdict -> attempt(claimed, verdict, message, permission))
                .as(GuaranteedSignal.within(TIMEOUT))
                .onErrorResume(failure -> Mono.just(withoutReply(claimed, permission, failure)))
                .flatMap(result -> claims.settle(result.settled(), result.first())
                        .doOnSuccess(stored -> count(result.settled().state())))
                .doFinally(end -> claims.release(claimed));
        return Mono.deferContextual(
                context -> Mono.fromFuture(attempt.contextWrite(context).toFuture(), true));
    }

    /** How many attempts have left their delivery in a state. */
    public long settled(Class<? extends DeliveryState> state) {
        var count = settled.get(state);
        return count == null ? 0 : count.sum();
    }

    private void count(DeliveryState state) {
        settled.computeIfAbsent(state.getClass(), first -> new LongAdder()).increment();
    }

    /** An operator may have decided something since the delivery was claimed. */
    private Mono<Result> attempt(Delivery claimed, Verdict verdict, Mono<Message> message, Permission permission) {
        if (verdict instanceof Verdict.Cancelled cancelled) {
            return Mono.just(new Result(claimed.cancelled(cancelled.reason(), clock.instant())));
        }
        return verdict instanceof Verdict.Held held
                ? Mono.just(result(claimed, new Reply.Postponed(held.reason(), Duration.ZERO)))
                : message.flatMap(ready -> attempt(claimed, ready, permission));
    }

    private Mono<Result> attempt(Delivery claimed, Message message, Permission permission) {
        if (message instanceof Message.Mailable mailable) {
            return mailer.send(mailable, () -> claims.allowsSending(claimed) && permission.give())
                    .map(reply -> result(claimed, reply));
        }
        if (message instanceof Message.Suppressed suppressed) {
            return Mono.just(new Result(claimed.cancelled(suppressed.reason(), clock.instant())));
        }
        if (message instanceof Message.Unavailable unavailable) {
            return Mono.just(new Result(claimed.deferred(unavailable.reason(), policy, clock.instant())));
        }
        return Mono.just(result(claimed, new Reply.TryLater(((Message.Unreadable) message).reason())));
    }

    private Result result(Delivery claimed, Reply reply) {
        var settled = claimed.after(reply, policy, clock.instant());
        if (!(reply instanceof Reply.Accepted)) {
            log.atLevel(isFinal(settled.state()) ? Level.INFO : Level.DEBUG)
                    .log(
                            "Delivery {} is {} after attempt {}: {}",
                            claimed.id().value(),
                            settled.state().getClass().getSimpleName(),
                            claimed.attempts(),
                            reply.codes());
        }
        return new Result(settled, suppressIfGone(claimed, reply));
    }

    private Result withoutReply(Delivery claimed, Permission permission, Throwable failure) {
        log.error(
                "The attempt at delivery {} ended without a reply", claimed.id().value(), failure);
        var text = "the attempt ended without a reply: " + failure;
        return result(claimed, permission.withdraw() ? new Reply.TryLater(text) : new Reply.Uncertain(text));
    }

    private static boolean isFinal(DeliveryState state) {
        return !(state instanceof DeliveryState.Deferred || state instanceof DeliveryState.Repeated);
    }

    /** One reply that there is no such mailbox is enough; for other bounces it takes two, on two days. */
    private Mono<Void> suppressIfGone(Delivery delivery, Reply reply) {
        if (!(reply instanceof Reply.Refused refused) || !delivery.id().isToTheSubscriber()) {
            return Mono.empty();
        }
        var subscriber = delivery.id().subscriber();
        var isGone = refused.noSuchMailbox() ? Mono.just(true) : claims.hasBouncedOnAnEarlierDay(subscriber);
        return isGone.filter(gone -> gone)
                .flatMap(gone -> unsubscribes.suppress(subscriber, refused.text(), mailOf(delivery)))
                .onErrorResume(UnreadableDocumentException.class, unreadable -> notSuppressed(unreadable));
    }

    private static @Nullable String mailOf(Delivery delivery) {
        var alert = delivery.id().alert();
        return alert == null ? null : alert.value();
    }

    private static Mono<Void> notSuppressed(UnreadableDocumentException unreadable) {
        log.error("A subscriber without a mailbox is not suppressed: {}", unreadable.getMessage());
        return Mono.empty();
    }

    /**
     * The result of an attempt.
     *
     * @param first what is stored before it: afterwards nothing would bring the delivery back
     */
    private record Result(Delivery settled, Mono<Void> first) {

        Result(Delivery settled) {
            this(settled, Mono.empty());
        }
    }

    /**
     * The permission to hand a mail over. Once it was given the mail may be out; once it is withdrawn it is not given.
     */
    private static final class Permission {

        private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

        private enum State {
            OPEN,
            GIVEN,
            WITHDRAWN
        }

        boolean give() {
            return state.compareAndSet(State.OPEN, State.GIVEN) || state.get() == State.GIVEN;
        }

        boolean withdraw() {
            return state.compareAndSet(State.OPEN, State.WITHDRAWN);
        }
    }
}
