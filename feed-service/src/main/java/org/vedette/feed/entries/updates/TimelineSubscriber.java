package org.vedette.feed.entries.updates;

import java.util.List;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A part of this instance that is kept equal to the timeline, such as the search index.
 *
 * <p>{@link #apply} has one caller, which waits for one call to complete before it makes the next. {@link #rebuild} runs
 * beside it: changes that are applied meanwhile must neither be lost in what is rebuilt nor be undone by an older revision
 * that was read before. A call that fails is repeated; a subscriber whose {@link #apply} goes on failing is rebuilt.
 */
public interface TimelineSubscriber {

    /** Applies changes in their order. The timeline contains them already; one may be applied twice. */
    Mono<Void> apply(List<TimelineChange> changes);

    /**
     * Rebuilds from all posts and serves the previous state until that is complete. Called at the start, after a cutover
     * to another projection version and when changes were missed; never twice at the same time.
     */
    Mono<Void> rebuild(Flux<ProjectedPost> all);
}
