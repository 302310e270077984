package org.vedette.notification.alerts;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Alerts} for tests of what uses them. */
public final class InMemoryAlerts implements Alerts {

    private final Map<AlertId, Alert> byId = new ConcurrentHashMap<>();

    @Override
    public Mono<Alert> open(Alert alert) {
        return Mono.fromSupplier(() -> byId.computeIfAbsent(alert.id(), id -> alert));
    }

    @Override
    public synchronized Mono<Boolean> replace(Alert known, Alert next) {
        var stored = byId.get(known.id());
        var asKnown =
                stored != null && stored.state().getClass() == known.state().getClass();
        if (asKnown) {
            byId.put(next.id(), next);
        }
        return Mono.just(asKnown);
    }

    @Override
    public Mono<Alert> with(AlertId id) {
        return Mono.justOrEmpty(byId.get(id));
    }

    @Override
    public Flux<Alert> newest(int limit) {
        return Flux.fromStream(() -> byId.values().stream()
                .sorted(Comparator.comparing(Alert::createdAt).reversed())
                .limit(limit));
    }
}
