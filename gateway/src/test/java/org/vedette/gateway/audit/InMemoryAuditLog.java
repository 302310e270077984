package org.vedette.gateway.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link AuditLog} in memory. */
public final class InMemoryAuditLog implements AuditLog {

    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public Mono<Void> record(AuditEvent event) {
        return Mono.fromRunnable(() -> events.add(event));
    }

    @Override
    public Flux<AuditEntry> find(AuditFilter filter) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(events)))
                .index((index, event) -> new AuditEntry(new AuditPosition(event.at(), "%08x".formatted(index)), event))
                .filter(entry -> filter.matches(entry.event()))
                .filter(entry -> filter.after() == null || entry.position().compareTo(filter.after()) < 0)
                .sort(Comparator.comparing(AuditEntry::position).reversed());
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.fromRunnable(() -> events.removeIf(event -> event.at().isBefore(end)));
    }

    /** All events, the oldest first. */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /** What happened, the oldest first. */
    public List<AuditAction> actions() {
        return events.stream()
                .flatMap(event -> AuditAction.of(event.action()).stream())
                .toList();
    }
}
