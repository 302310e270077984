package org.vedette.notification.alerts;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.Alerts.Position;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Alerts} in memory. */
public final class InMemoryAlerts implements Alerts {

    private final Map<AlertId, Alert> byId = new ConcurrentHashMap<>();
    private volatile @Nullable AlertId unreadable;
    private volatile @Nullable RuntimeException outage;
    private final AtomicReference<Mono<?>> concurrentChange = new AtomicReference<>(Mono.empty());

    public void makeUnreadable(AlertId id) {
        unreadable = id;
    }

    /** Makes every search for an alert fail, until it is given null. */
    public void failWith(@Nullable RuntimeException failure) {
        outage = failure;
    }

    /** Makes the next {@link #replace} come after another change, or fail with it. */
    public void beforeNextReplace(Supplier<Mono<?>> change) {
        concurrentChange.set(Mono.defer(change));
    }

    @Override
    public Mono<Alert> open(Alert alert) {
        return Mono.fromSupplier(() -> byId.computeIfAbsent(alert.id(), id -> alert));
    }

    @Override
    public Mono<Boolean> replace(Alert known, Alert next) {
        var change = concurrentChange.getAndSet(Mono.empty());
        return change.then(Mono.fromSupplier(() -> replaceNow(known, next)));
    }

    private synchronized boolean replaceNow(Alert known, Alert next) {
        var stored = byId.get(known.id());
        var asKnown =
                stored != null && stored.state().getClass() == known.state().getClass();
        if (asKnown) {
            byId.put(next.id(), next);
        }
        return asKnown;
    }

    @Override
    public Mono<Alert> with(AlertId id) {
        var failure = outage;
        if (failure != null) {
            return Mono.error(failure);
        }
        return id.equals(unreadable)
                ? Mono.error(new UnreadableDocumentException("alerts", id, new IllegalArgumentException("paused")))
                : Mono.justOrEmpty(byId.get(id));
    }

    @Override
    public Flux<Alert> newest(@Nullable Position before, int limit) {
        var order = Comparator.comparing(Position::createdAt)
                .thenComparing(position -> position.alert().value());
        return Flux.fromStream(() -> byId.values().stream()
                .filter(alert -> before == null || order.compare(position(alert), before) < 0)
                .sorted(Comparator.comparing(InMemoryAlerts::position, order).reversed())
                .limit(limit));
    }

    private static Position position(Alert alert) {
        return new Position(alert.createdAt(), alert.id());
    }
}
