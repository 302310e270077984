package org.vedette.post.listing;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Puts what this instance stores into its index before the response is sent, so that whoever wrote it finds it. */
public final class IndexUpdates {

    private static final Logger log = LoggerFactory.getLogger(IndexUpdates.class);

    private final PostIndex index;
    private final Scheduler indexing;

    /** @param indexing has the threads that may block */
    public IndexUpdates(PostIndex index, Scheduler indexing) {
        this.index = index;
        this.indexing = indexing;
    }

    /** Never fails: the updater finds what could not be put into the index. */
    public Mono<Void> put(IndexedPost post) {
        return run(post.post().id(), () -> index.put(List.of(post)));
    }

    public Mono<Void> remove(PostId post) {
        return run(post, () -> index.remove(List.of(post)));
    }

    private Mono<Void> run(PostId post, Runnable update) {
        return Mono.<Void>fromRunnable(update).subscribeOn(indexing).onErrorResume(failure -> {
            if (failure instanceof IndexBrokenException && failure.getCause() == null) {
                log.debug("Did not index post {}: the index is rebuilt", post);
            } else {
                log.warn("Could not index post {} at once; the updater tries again", post, failure);
            }
            return Mono.empty();
        });
    }
}
