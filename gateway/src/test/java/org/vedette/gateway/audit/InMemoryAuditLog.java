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
    public Flux<AuditEvent> newest(int count) {
        return Flux.defer(() -> Flux.fromStream(events.stream()
                .sorted(Comparator.comparing(AuditEvent::at).reversed())
                .limit(count)));
    }

    @Override
    public Mono<Void> forgetBefore(Instant end) {
        return Mono.fromRunnable(() -> events.removeIf(event -> event.at().isBefore(end)));
    }

    /** What happened, the oldest first. */
    public List<AuditAction> actions() {
        return events.stream().map(AuditEvent::action).toList();
    }
}
