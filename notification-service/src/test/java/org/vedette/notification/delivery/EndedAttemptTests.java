package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Attempts that an Error ends: Reactor lets it pass the subscribers by, so that they get neither a value nor a failure. */
class EndedAttemptTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofMinutes(30);
    private static final Lease LEASE = new Lease(Duration.ofMinutes(1), Duration.ofSeconds(20));
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final MutableClock clock = new MutableClock();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final Claims claims = new Claims(ledger, "me", LEASE, TestControls.none(), clock);
    private final AtomicInteger mails = new AtomicInteger();
    private final Delivery claimed = aClaim();

    @AfterEach
    void useTheSystemsTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void theResultOfAMailWhoseStoringEndedIsStoredLater() {
        ledger.beforeSettlements(EndedAttemptTests::fail);
        attempt((message, allowed) -> mail(allowed)).subscribe(nothing -> {}, failure -> {});
        assertThat(state()).isInstanceOf(DeliveryState.Claimed.class);

        ledger.beforeSettlements(() -> {});
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(state()).isInstanceOf(DeliveryState.Sent.class);
        assertThat(claims.allowsSending(claimed)).isFalse();
        assertThat(mails).hasValue(1);
    }

    @Test
    void theResultOfAMailWhoseStoringNeverEndsIsStoredLater() {
        ledger.silentSettlements.set(1);
        attempt((message, allowed) -> mail(allowed)).subscribe(nothing -> {}, failure -> {});

        time.advanceTimeBy(LEASE.duration().plusSeconds(1));

        assertThat(state()).isInstanceOf(DeliveryState.Sent.class);
        assertThat(claims.allowsSending(claimed)).isFalse();
    }

    @Test
    void aMailWhoseReplyIsLostIsRepeatedLater() {
        attempt((message, allowed) -> mail(allowed).doOnNext(reply -> fail())).block(TIMEOUT);

        assertThat(state()).isInstanceOf(DeliveryState.Repeated.class);
        assertThat(claims.allowsSending(claimed)).isFalse();
        assertThat(mails).hasValue(1);
    }

    @Test
    void aMailThatWasNotHandedOverIsDeferred() {
        attempt((message, allowed) -> Mono.fromRunnable(EndedAttemptTests::fail))
                .block(TIMEOUT);

        assertThat(state()).isInstanceOf(DeliveryState.Deferred.class);
        assertThat(claims.allowsSending(claimed)).isFalse();
    }

    @Test
    void aMailThatNobodyRepliesToIsRepeatedLater() {
        attempt((message, allowed) -> mail(allowed).then(Mono.never())).subscribe(nothing -> {}, failure -> {});

        time.advanceTimeBy(ATTEMPT_TIMEOUT);

        assertThat(state()).isInstanceOf(DeliveryState.Repeated.class);
    }

    @Test
    void aMailThatIsToBeHandedOverTooLateIsNotAllowed() {
        var queued = new AtomicReference<BooleanSupplier>();
        attempt((message, allowed) -> {
                    queued.set(allowed);
                    return Mono.never();
                })
                .subscribe(nothing -> {}, failure -> {});

        time.advanceTimeBy(ATTEMPT_TIMEOUT);

        assertThat(state()).isInstanceOf(DeliveryState.Deferred.class);
        assertThat(queued).hasValueMatching(allowed -> !allowed.getAsBoolean());
    }

    private Mono<Void> attempt(Mailer mailer) {
        var unsubscribes = new UnsubscribeService(
                new InMemorySubscribers(), new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var message = new Message.OfConfirmation((DeliveryId.OfConfirmation) claimed.id(), aPendingSubscriber());
        return new AttemptService(claims, mailer, unsubscribes, POLICY, clock).make(claimed, Mono.just(message));
    }

    private Mono<Reply> mail(BooleanSupplier allowed) {
        return Mono.fromSupplier(() -> {
            assertThat(allowed.getAsBoolean()).isTrue();
            mails.incrementAndGet();
            return new Reply.Accepted("250 ok");
        });
    }

    private Delivery aClaim() {
        var pending = aPendingSubscriber();
        var id = new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt());
        return claims.begin(id).blockOptional(TIMEOUT).orElseThrow();
    }

    private DeliveryState state() {
        return ledger.row(claimed.id()).state();
    }

    private static void fail() {
        throw new StackOverflowError("for a test");
    }
}
