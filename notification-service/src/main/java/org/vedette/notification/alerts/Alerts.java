package org.vedette.notification.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored alerts. */
public interface Alerts {

    /** Stores an alert unless one with its id is stored; returns the stored one. */
    Mono<Alert> open(Alert alert);

    /** Stores the next state of an alert; false when the stored alert is no longer in the known state. */
    Mono<Boolean> replace(Alert known, Alert next);

    Mono<Alert> with(AlertId id);

    /**
     * The newest alerts, newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    Flux<Alert> newest(@Nullable Position before, int limit);

    /** Where a page of alerts ends. */
    record Position(Instant createdAt, AlertId alert) {}
}
