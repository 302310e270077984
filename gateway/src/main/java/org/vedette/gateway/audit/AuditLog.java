package org.vedette.gateway.audit;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit log (port). */
public interface AuditLog {

    Mono<Void> record(AuditEvent event);

    /** Looks for events, the newest first; reads no further than the subscriber asks. */
    Flux<AuditEntry> find(AuditFilter filter);

    /** Removes the events from before an instant. */
    Mono<Void> forgetBefore(Instant end);
}
