package org.vedette.gateway.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the audit log, page by page, within the time that it is kept for. */
public final class AuditSearch {

    private final AuditLog log;
    private final Duration retention;
    private final InstantSource clock;

    public AuditSearch(AuditLog log, Duration retention, InstantSource clock) {
        this.log = log;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What to look for, within the time that events are kept for.
     *
     * @param since null for as long as events are kept
     */
    public AuditFilter filter(
            @Nullable String who,
            @Nullable AuditAction action,
            @Nullable Instant since,
            @Nullable AuditPosition after) {
        var now = clock.instant();
        var kept = now.minus(retention);
        var from = since == null || since.isBefore(kept) ? kept : since;
        return new AuditFilter(who, action, from, now, after);
    }

    /** The events of a page, and one more where there is another page. */
    public Mono<List<AuditEntry>> page(AuditFilter filter, int size) {
        return log.find(filter).take(size + 1L).collectList();
    }

    public Flux<AuditEvent> all(AuditFilter filter) {
        return log.find(filter).map(AuditEntry::event);
    }
}
