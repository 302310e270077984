package org.vedette.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.Verdict;
import org.vedette.notification.delivery.Ledger.Selection;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.Retry.RetrySignal;

/**
 * The deliveries this process is working on. It holds each under a lease, which it renews while the work goes on; a
 * delivery whose lease has ended may be claimed by every process.
 */
public final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int RETRIES_PER_LOG_LINE = 30;

    private final Ledger ledger;
    private final String owner;
    private final Lease lease;
    private final ControlBoard board;
    private final Clock clock;
    private final Map<DeliveryId, Instant> renewals = new ConcurrentHashMap<>();
    private final AtomicLong availableSince;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * The claims of one process.
     *
     * @param owner name of this process, different after each start
     * @param board asked whether operators let mails be sent
     */
    public Claims(Ledger ledger, String owner, Lease lease, ControlBoard board, Clock clock) {
        this.ledger = ledger;
        this.owner = owner;
        this.lease = lease;
        this.board = board;
        this.clock = clock;
        this.availableSince = new AtomicLong(clock.millis());
    }

    /**
     * Claims a delivery that has no row yet; empty when it has one, or gets one that waits because its mails are
     * stopped.
     */
    Mono<Delivery> begin(DeliveryId id) {
        return verdict(id).flatMap(verdict -> verdict instanceof Verdict.Held held ? hold(id, held) : claim(id));
    }

    private Mono<Delivery> hold(DeliveryId id, Verdict.Held held) {
        return Mono.defer(() -> ledger.open(Delivery.held(id, held.reason(), clock.instant())))
                .then(Mono.empty());
    }

    private Mono<Delivery> claim(DeliveryId id) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var claimed = Delivery.claimed(id, owner, now);
            return ledger.open(claimed).filter(won -> won).map(won -> hold(claimed, now));
        });
    }

    /**
     * Claims a delivery that is due or whose lease has ended; empty when another process was faster, or its mails are
     * stopped.
     */
    Mono<Delivery> resume(Delivery known) {
        return verdict(known.id())
                .filter(verdict -> !(verdict instanceof Verdict.Held))
                .flatMap(verdict -> claim(known));
    }

    private Mono<Delivery> claim(Delivery known) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var claimed = known.claimedBy(owner, now);
            return ledger.claim(known, claimed).filter(won -> won).map(won -> hold(claimed, now));
        });
    }

    /** Reads what operators have decided until now. */
    Mono<Void> readControls() {
        return board.refresh().then();
    }

    /** Whether rows of an alert were removed because of their age. */
    Mono<Boolean> hasRemoved(AlertId alert) {
        return ledger.hasRemoved(alert);
    }

    /** Whether operators let a mail be sent. */
    Mono<Verdict> verdict(DeliveryId id) {
        var alert = id.alert();
        return alert == null ? Mono.just(new Verdict.Allowed()) : board.known().map(known -> known.verdict(alert));
    }

    /**
     * Whether a mail may still be handed over under this claim: enough of its lease is left for the reply, and nobody
     * has stopped it meanwhile.
     */
    boolean allowsSending(Delivery claimed) {
        var renewed = renewals.get(claimed.id());
        return renewed != null
                && lease.allowsSending(renewed, clock.instant())
                && board.allows(claimed.id().alert());
    }

    /**
     * Stores the result of an attempt. Retries for as long as it takes: the result of a mail that is out must not be
     * lost. An Error that ends it counts as a failure, too.
     *
     * @param first what is stored before it, and retried with it
     */
    Mono<Void> settle(Delivery settled, Mono<Void> first) {
        return first.then(Mono.defer(() -> ledger.settle(settled, owner)))
                .as(GuaranteedSignal.within(lease.duration()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(failure -> !stopped.get())
                        .doBeforeRetry(retry -> logRetry(settled, retry)))
                .doOnNext(written -> warnUnless(written, settled))
                .then();
    }

    /** Ends the work on a delivery. If it is not settled, another process claims it when the lease ends. */
    void release(Delivery claimed) {
        renewals.remove(claimed.id());
    }

    /** Renews the leases of all deliveries this process is working on. */
    Mono<Void> renew() {
        return Mono.defer(() -> {
            var now = clock.instant();
            var claimed = Set.copyOf(renewals.keySet());
            return claimed.isEmpty()
                    ? Mono.empty()
                    : ledger.renew(claimed, owner, now)
                            .doOnNext(id -> renewals.computeIfPresent(id, (same, before) -> now))
                            .doOnError(failure -> availableSince.set(clock.millis()))
                            .then();
        });
    }

    /**
     * Deliveries that are due or whose lease has ended, except those whose mails are stopped, and those this process is
     * still working on.
     *
     * @param withAlerts whether those of alerts and digests are among them
     */
    Flux<Delivery> claimable(int limit, boolean withAlerts) {
        return board.known()
                .map(known -> new Selection(withAlerts && !known.mailSwitch().stopped(), known.held()))
                .flatMapMany(selection -> {
                    var now = clock.instant();
                    return ledger.due(now, selection, limit).concatWith(expired(now, selection, limit));
                })
                .filter(waiting -> !renewals.containsKey(waiting.id()))
                .doOnError(failure -> availableSince.set(clock.millis()));
    }

    /**
     * No lease is taken for ended until the store has been available for the length of one: during an outage nobody can
     * renew, so that the owner may still be working on the delivery. A process that has just started does not know
     * whether there was an outage.
     */
    private Flux<Delivery> expired(Instant now, Selection selection, int limit) {
        return Instant.ofEpochMilli(availableSince.get()).plus(lease.duration()).isAfter(now)
                ? Flux.empty()
                : ledger.expired(now.minus(lease.duration()), selection, limit);
    }

    /** Lets all deliveries that were deferred because of a mail server be due now. */
    Mono<Long> hasten() {
        return Mono.defer(() -> ledger.hasten(clock.instant()));
    }

    /** Whether a mail to a subscriber bounced on an earlier day. */
    Mono<Boolean> hasBouncedOnAnEarlierDay(SubscriberId subscriber) {
        return Mono.defer(() -> ledger.hasBounced(subscriber, clock.instant().truncatedTo(ChronoUnit.DAYS)));
    }

    /** Counts the time for which the store has been available from now on. */
    void start() {
        availableSince.set(clock.millis());
    }

    /** Ends all retries, because the process stops. */
    public void stop() {
        stopped.set(true);
    }

    Lease lease() {
        return lease;
    }

    private Delivery hold(Delivery claimed, Instant now) {
        renewals.put(claimed.id(), now);
        return claimed;
    }

    private static void logRetry(Delivery settled, RetrySignal retry) {
        if (retry.totalRetries() % RETRIES_PER_LOG_LINE == 0) {
            log.warn(
                    "Could not store the result of delivery {} (failed attempts: {}); retrying until the store takes"
                            + " it",
                    settled.id().value(),
                    retry.totalRetries() + 1,
                    retry.failure());
        }
    }

    private static void warnUnless(boolean written, Delivery settled) {
        if (!written) {
            log.warn(
                    "Delivery {} was claimed by another process meanwhile; if its mail was sent, the subscriber gets"
                            + " it twice",
                    settled.id().value());
        }
    }
}
