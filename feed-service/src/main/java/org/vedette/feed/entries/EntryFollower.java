package org.vedette.feed.entries;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A part of this instance that is kept equal to the entries. It has one caller at a time. */
public interface EntryFollower {

    /** Takes changes over, in their order; the timeline of this instance has them already. */
    Mono<Void> follow(List<Change> changes);

    /** Learns what changed before this instance began to follow, so that it can tell who comes late. */
    default Mono<Void> recall(List<Change> earlier) {
        return Mono.empty();
    }

    /** Begins again with everything there is; what it has serves until that is complete. */
    default Mono<Void> beginAnew(Flux<Projected> everything) {
        return Mono.empty();
    }
}
