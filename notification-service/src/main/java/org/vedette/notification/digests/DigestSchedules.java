package org.vedette.notification.digests;

import java.time.Instant;
import org.vedette.notification.preferences.DigestSchedule;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The schedules that are kept. */
public interface DigestSchedules {

    /**
     * Begins to keep a schedule; one that is kept already stays as it is.
     *
     * @param toldUntil the first digest tells of what comes after
     */
    Mono<Void> keep(DigestSchedule schedule, Instant toldUntil);

    /** Stores the next step of a schedule; false when another process has made it. */
    Mono<Boolean> advance(KeptSchedule known, KeptSchedule next);

    Flux<KeptSchedule> all();
}
