package org.vedette.gateway.audit;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit log (port). */
public interface AuditLog {

    Mono<Void> record(AuditEvent event);

    /** The newest events first. */
    Flux<AuditEvent> newest(int count);

    /** Removes the events from before an instant. */
    Mono<Void> forgetBefore(Instant end);
}
