package org.vedette.feed.entries.following;

import java.util.List;
import org.vedette.feed.entries.Projected;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A part of this instance that is kept equal to the entries.
 *
 * <p>{@link #follow} and {@link #recall} have one caller, who waits for one to complete before it calls again.
 * {@link #beginAnew} is called beside them: while it runs, changes go on coming, and what they bring must not be lost in
 * what is built of everything, nor undone by an older revision that was read before. Whoever fails is called again with
 * the same; who goes on failing to follow begins anew.
 */
public interface EntryFollower {

    /**
     * Takes changes over, in their order; the timeline of this instance has them already. A change comes once, or a few
     * times when taking it over failed.
     */
    Mono<Void> follow(List<Change> changes);

    /**
     * Learns what changed before this instance began to follow, so that it can tell who comes late. It is in the
     * timeline, and in everything that this instance begins with.
     */
    default Mono<Void> recall(List<Change> earlier) {
        return Mono.empty();
    }

    /**
     * Begins again with everything there is; what it has serves until that is complete. Called once at the start, and
     * whenever there is another whole to begin with. Never called twice at the same time.
     */
    default Mono<Void> beginAnew(Flux<Projected> everything) {
        return Mono.empty();
    }
}
