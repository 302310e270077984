package org.vedette.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounter;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.delivery.DeliveryState.Abandoned;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.delivery.DeliveryState.Deferred;
import org.vedette.notification.delivery.DeliveryState.Repeated;
import org.vedette.notification.delivery.DeliveryState.Sent;
import org.vedette.notification.delivery.DeliveryState.Suppressed;
import org.vedette.notification.delivery.DeliveryState.Uncertain;
import org.vedette.notification.delivery.Ledger.Selection;
import org.vedette.notification.delivery.control.DeliveryChanges;
import org.vedette.notification.reports.DeliveryFacts;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Ledger} in memory; it can be told to fail. */
public final class InMemoryLedger implements Ledger, DeliveryChanges, DeliveryCounter, DeliveryFacts {

    private static final Duration ONE_RESTART = Duration.ofMinutes(1);

    final AtomicInteger failingSettlements = new AtomicInteger();
    final AtomicInteger silentSettlements = new AtomicInteger();

    private volatile @Nullable DeliveryId unclaimable;
    private volatile Runnable beforeSettlements = () -> {};
    private volatile Runnable beforeRenewals = () -> {};
    private volatile Runnable beforeReads = () -> {};
    private final Map<DeliveryId, Delivery> rows = new ConcurrentHashMap<>();
    private final Set<AlertId> removed = ConcurrentHashMap.newKeySet();

    /** Removes the rows of an alert as if they were old. */
    void remove(AlertId alert) {
        removed.add(alert);
        rows.keySet().removeIf(id -> alert.equals(id.alert()));
    }

    /** Makes claims of a delivery fail. */
    void makeUnclaimable(DeliveryId id) {
        unclaimable = id;
    }

    /** Runs before each result is stored, which fails with what the action throws. */
    void beforeSettlements(Runnable action) {
        beforeSettlements = action;
    }

    /** Runs before each renewal, which fails with what the action throws. */
    public void beforeRenewals(Runnable action) {
        beforeRenewals = action;
    }

    /** Runs before each search for deliveries, which fails with what the action throws. */
    public void beforeReads(Runnable action) {
        beforeReads = action;
    }

    Delivery row(DeliveryId id) {
        var row = rows.get(id);
        if (row == null) {
            throw new AssertionError("no row " + id);
        }
        return row;
    }

    Collection<Delivery> rows() {
        return rows.values();
    }

    @Override
    public Mono<Boolean> open(Delivery delivery) {
        return Mono.fromSupplier(() -> rows.putIfAbsent(delivery.id(), delivery) == null);
    }

    @Override
    public Mono<Boolean> claim(Delivery known, Delivery claimed) {
        return known.id().equals(unclaimable)
                ? Mono.error(new IllegalStateException("for a test"))
                : Mono.fromSupplier(() -> rows.replace(known.id(), known, claimed));
    }

    @Override
    public Mono<Boolean> settle(Delivery settled, String owner) {
        if (silentSettlements.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Mono.never();
        }
        return Mono.fromSupplier(() -> {
            beforeSettlements.run();
            if (failingSettlements.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the store is unavailable");
            }
            return settleNow(settled, owner);
        });
    }

    @Override
    public Flux<DeliveryId> renew(Collection<DeliveryId> claimed, String owner, Instant now) {
        return Flux.defer(() -> {
            beforeRenewals.run();
            return Flux.fromIterable(claimed)
                    .filter(id -> isClaimedBy(row(id), owner))
                    .doOnNext(id -> rows.computeIfPresent(id, (same, row) -> at(row, new Claimed(owner, now))));
        });
    }

    @Override
    public Flux<Delivery> due(Instant now, Selection selection, int limit) {
        return find(row -> selection.includes(row.id()) && isDue(row, now), limit);
    }

    private static boolean isDue(Delivery row, Instant now) {
        return (row.state() instanceof Deferred deferred && !deferred.retryAt().isAfter(now))
                || (row.state() instanceof Repeated repeated
                        && !repeated.retryAt().isAfter(now));
    }

    @Override
    public Mono<Long> hasten(Instant now) {
        return Mono.fromSupplier(() -> change(
                row -> row.state() instanceof Deferred deferred
                        && deferred.ofTheServer()
                        && deferred.retryAt().isAfter(now),
                row -> at(row, new Deferred(now, ((Deferred) row.state()).reply(), true))));
    }

    @Override
    public Mono<Boolean> hasBounced(SubscriberId subscriber, Instant before) {
        return Mono.fromSupplier(() -> rows.values().stream()
                .anyMatch(row -> row.id().subscriber().equals(subscriber)
                        && row.state() instanceof Bounced bounced
                        && bounced.at().isBefore(before)));
    }

    @Override
    public Mono<Long> resolveUncertain(AlertId alert, boolean again, Instant now) {
        return Mono.fromSupplier(() -> change(row -> isOf(row, alert) && row.state() instanceof Uncertain, row -> {
            var reply = ((Uncertain) row.state()).reply();
            return at(row, again ? new Repeated(now, reply) : new Sent(now, reply));
        }));
    }

    private long change(Predicate<Delivery> condition, UnaryOperator<Delivery> change) {
        var found = rows.values().stream().filter(condition).toList();
        return found.stream()
                .filter(row -> rows.replace(row.id(), row, change.apply(row)))
                .count();
    }

    @Override
    public Mono<Boolean> hasRemoved(AlertId alert) {
        return Mono.fromSupplier(() -> removed.contains(alert));
    }

    @Override
    public Flux<Delivery> expired(Instant renewedBefore, Selection selection, int limit) {
        return find(
                row -> selection.includes(row.id())
                        && row.state() instanceof Claimed claimed
                        && claimed.at().isBefore(renewedBefore),
                limit);
    }

    private synchronized boolean settleNow(Delivery settled, String owner) {
        var held = isClaimedBy(row(settled.id()), owner);
        if (held) {
            rows.put(settled.id(), settled);
        }
        return held || row(settled.id()).equals(settled);
    }

    private Flux<Delivery> find(Predicate<Delivery> condition, int limit) {
        return Flux.defer(() -> {
            beforeReads.run();
            return Flux.fromStream(rows.values().stream().filter(condition).limit(limit));
        });
    }

    private static boolean isClaimedBy(Delivery row, String owner) {
        return row.state() instanceof Claimed claimed && claimed.owner().equals(owner);
    }

    private static Delivery at(Delivery row, DeliveryState state) {
        return new Delivery(row.id(), state, row.attempts(), row.openedAt(), row.possibleDoubles());
    }

    @Override
    public Mono<Long> cancel(AlertId alert, String reason, Instant now) {
        return Mono.fromSupplier(() -> change(
                        row -> isOf(row, alert) && row.state() instanceof Deferred && row.possibleDoubles() == 0,
                        row -> at(row, new Suppressed(now, reason)))
                + change(
                        row -> isOf(row, alert) && isWaiting(row),
                        row -> at(row, new Uncertain(now, "it may be out"))));
    }

    @Override
    public Flux<SubscriberId> failed(AlertId alert) {
        return find(row -> isOf(row, alert) && hasFailed(row), Integer.MAX_VALUE)
                .map(row -> row.id().subscriber());
    }

    @Override
    public Mono<Long> resend(AlertId alert, Collection<SubscriberId> subscribers, Instant now) {
        return Mono.fromSupplier(() -> change(
                row -> isOf(row, alert)
                        && hasFailed(row)
                        && subscribers.contains(row.id().subscriber()),
                row -> new Delivery(
                        row.id(), new Deferred(now, "failed before"), row.attempts(), now, row.possibleDoubles())));
    }

    @Override
    public Mono<Void> restart(@Nullable AlertId alert, Instant now) {
        return Mono.fromSupplier(() -> change(
                        row -> (alert == null ? row.id().alert() != null : isOf(row, alert))
                                && isWaiting(row)
                                && row.openedAt().isBefore(now.minus(ONE_RESTART)),
                        row -> new Delivery(row.id(), row.state(), row.attempts(), now, row.possibleDoubles())))
                .then();
    }

    @Override
    public Mono<Map<AlertId, DeliveryCounts>> count(Collection<AlertId> alerts) {
        return Mono.fromSupplier(() -> alerts.stream().collect(Collectors.toMap(alert -> alert, this::countsOf)));
    }

    private DeliveryCounts countsOf(AlertId alert) {
        var all = rows.values().stream().filter(row -> isOf(row, alert)).toList();
        return new DeliveryCounts(
                number(all, Sent.class),
                number(all, Deferred.class),
                number(all, Bounced.class),
                number(all, Suppressed.class),
                number(all, Uncertain.class),
                number(all, Repeated.class),
                number(all, Abandoned.class),
                number(all, Claimed.class),
                all.stream().mapToLong(Delivery::attempts).sum(),
                all.stream().mapToLong(Delivery::possibleDoubles).sum());
    }

    private static long number(List<Delivery> rows, Class<? extends DeliveryState> state) {
        return rows.stream().filter(row -> state.isInstance(row.state())).count();
    }

    private static boolean isOf(Delivery row, AlertId alert) {
        return alert.equals(row.id().alert());
    }

    private static boolean isWaiting(Delivery row) {
        return row.state() instanceof Deferred || row.state() instanceof Repeated;
    }

    private static boolean hasFailed(Delivery row) {
        return row.state() instanceof Bounced || row.state() instanceof Abandoned;
    }

    @Override
    public Mono<SendTimes> sendTimes(AlertId alert) {
        return Mono.fromSupplier(() -> {
            var times = rows.values().stream()
                    .filter(row -> isOf(row, alert) && row.state() instanceof Sent)
                    .map(row -> ((Sent) row.state()).at())
                    .sorted()
                    .toList();
            return times.isEmpty()
                    ? new SendTimes(null, null)
                    : new SendTimes(times.get(0), times.get(times.size() - 1));
        });
    }

    @Override
    public Flux<String> deferred(AlertId alert, int limit) {
        return find(row -> isOf(row, alert), limit)
                .map(Delivery::state)
                .ofType(Deferred.class)
                .map(Deferred::reply);
    }

    @Override
    public Flux<String> failed(AlertId alert, int limit) {
        return find(row -> isOf(row, alert), limit)
                .map(Delivery::state)
                .ofType(Bounced.class)
                .map(Bounced::reply);
    }
}
