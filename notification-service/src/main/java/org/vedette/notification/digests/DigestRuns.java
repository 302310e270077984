package org.vedette.notification.digests;

import java.time.Instant;
import org.vedette.notification.alerts.AlertId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored runs of digests. */
public interface DigestRuns {

    /** Stores a run unless one with its id is stored; returns the stored one. */
    Mono<DigestRun> open(DigestRun run);

    /** Stores the result of planning a run. */
    Mono<Void> finish(DigestRun planned);

    Mono<DigestRun> with(AlertId id);

    Flux<DigestRun> newest(int limit);

    /** Removes the runs without news that were begun before a certain time; emits how many. */
    Mono<Long> removeEmpty(Instant before);
}
