package org.vedette.notification.retention;

import java.time.Instant;
import java.util.Set;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.DeliveryCounts;
import reactor.core.publisher.Mono;

/** Removes rows of the ledger, and keeps their numbers. */
public interface DeliveryRetention {

    /**
     * An alert or digest whose rows are all older than a certain time; empty when there is none.
     *
     * @param except those that are not looked for
     */
    Mono<AlertId> next(Instant before, Set<AlertId> except);

    /** Keeps the numbers of an alert or digest for good, unless that is done: from now on they are told instead of its rows. */
    Mono<Void> freeze(AlertId alert, DeliveryCounts counts);

    /** Removes so many rows of an alert or digest at most; emits how many. */
    Mono<Long> remove(AlertId alert, int limit);

    /** Removes so many rows at most that belong to no alert and are older than a certain time; emits how many. */
    Mono<Long> removeOthers(Instant before, int limit);
}
