package org.vedette.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.delivery.DeliveryState.Deferred;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Ledger} for tests of what uses it; it can be away for some settlements. */
final class InMemoryLedger implements Ledger {

    final AtomicInteger failingSettlements = new AtomicInteger();

    private final Map<DeliveryId, Delivery> rows = new ConcurrentHashMap<>();

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
        return Mono.fromSupplier(() -> rows.replace(known.id(), known, claimed));
    }

    @Override
    public Mono<Boolean> settle(Delivery settled, String owner) {
        return Mono.fromSupplier(() -> {
            if (failingSettlements.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the store is away");
            }
            return settleNow(settled, owner);
        });
    }

    @Override
    public Mono<Void> renew(Collection<DeliveryId> claimed, String owner, Instant now) {
        return Mono.fromRunnable(() -> claimed.forEach(id -> rows.computeIfPresent(
                id, (same, row) -> isClaimedBy(row, owner) ? at(row, new Claimed(owner, now)) : row)));
    }

    @Override
    public Flux<Delivery> due(Instant now, int limit) {
        return find(
                row -> row.state() instanceof Deferred deferred
                        && !deferred.retryAt().isAfter(now),
                limit);
    }

    @Override
    public Flux<Delivery> abandoned(Instant silentSince, int limit) {
        return find(
                row -> row.state() instanceof Claimed claimed && claimed.at().isBefore(silentSince), limit);
    }

    private synchronized boolean settleNow(Delivery settled, String owner) {
        var ours = isClaimedBy(row(settled.id()), owner);
        if (ours) {
            rows.put(settled.id(), settled);
        }
        return ours;
    }

    private Flux<Delivery> find(Predicate<Delivery> condition, int limit) {
        return Flux.fromStream(() -> rows.values().stream().filter(condition).limit(limit));
    }

    private static boolean isClaimedBy(Delivery row, String owner) {
        return row.state() instanceof Claimed claimed && claimed.owner().equals(owner);
    }

    private static Delivery at(Delivery row, DeliveryState state) {
        return new Delivery(row.id(), state, row.attempts(), row.openedAt());
    }
}
