package org.vedette.feed.entries.updates;

import java.util.List;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A part of this instance that is kept equal to the timeline, such as the search index.
 *
 * <p>{@link #apply} and {@link #replay} have one caller, which waits for one call to complete before it makes the next.
 * {@link #rebuild} runs beside them: changes that are applied meanwhile must neither be lost in what is rebuilt nor be
 * undone by an older revision that was read before. A call that fails is repeated with the same arguments; a subscriber
 * whose {@link #apply} goes on failing is rebuilt.
 */
public interface TimelineSubscriber {

    /** Applies changes in their order. The timeline of this instance has them already; one may be applied twice. */
    Mono<Void> apply(List<TimelineChange> changes);

    /**
     * Takes note of changes from before the start, so that clients which come late can be sent them. The timeline, and
     * everything that {@link #rebuild} gets, contain them.
     */
    default Mono<Void> replay(List<TimelineChange> earlier) {
        return Mono.empty();
    }

    /**
     * Rebuilds from all posts and serves the previous state until that is complete. Called at the start and after a
     * cutover to another projection version, never twice at the same time.
     */
    default Mono<Void> rebuild(Flux<ProjectedPost> all) {
        return Mono.empty();
    }
}
