package org.vedette.feed.search;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Searches, and keeps the index equal to the store; both on threads of their own. */
public final class SearchService {

    private static final Logger log = LoggerFactory.getLogger(SearchService.class);

    /** Few enough to be held at once even when every post is as long as posts may be. */
    private static final int BATCH = 50;

    private final SearchIndex index;
    private final Scheduler searching;
    private final Scheduler indexing;
    private final AtomicReference<IndexProgress> progress = new AtomicReference<>(IndexProgress.NONE);

    /**
     * @param searching where searches wait for their turn; it may refuse more than it can answer in time
     * @param indexing where the index is written
     */
    public SearchService(SearchIndex index, Scheduler searching, Scheduler indexing) {
        this.index = index;
        this.searching = searching;
        this.indexing = indexing;
    }

    /** Fails with {@link RequestRejectedException} until the index was complete once, and under too much load. */
    public Mono<SearchResult> find(SearchQuery query) {
        return Mono.fromCallable(() -> index.find(query))
                .subscribeOn(searching)
                .onErrorMap(RejectedExecutionException.class, SearchService::busy)
                .as(this::onceComplete);
    }

    /** Lets posts be found as they are now; later, repeated or withdrawn ones are put in their place by revision. */
    public Mono<Void> follow(Collection<ProjectedPost> changed) {
        return changed.isEmpty() ? Mono.empty() : written(() -> index.put(changed));
    }

    /** Builds the index anew from everything there is, while the one before goes on serving. */
    public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
        return Mono.using(this::begin, building -> fill(building, everything), Rebuilding::close)
                .subscribeOn(indexing)
                .doOnError(this::failed)
                .doOnCancel(() -> progress.updateAndGet(now -> now.failed("the build was given up")));
    }

    public SearchState state() {
        var now = progress();
        return new SearchState(now.phase(), now.done(), index.size(), now.failure());
    }

    private Mono<SearchResult> onceComplete(Mono<SearchResult> result) {
        return Mono.defer(() -> {
            var now = progress();
            return now.phase() == SearchState.Phase.COMPLETE ? result : Mono.error(notReady(now.done()));
        });
    }

    private static RequestRejectedException notReady(long done) {
        return RequestRejectedException.unavailable(
                "search-not-ready",
                "The search is getting ready: it has read " + done + " posts so far and answers when it has read all."
                        + " Please try again in half a minute.");
    }

    private static RequestRejectedException busy(Throwable rejected) {
        log.warn("Too many searches are waiting, one was refused: {}", rejected.toString());
        return RequestRejectedException.unavailable(
                "search-busy",
                "More searches are waiting than can be answered now. Please try again in half a minute.");
    }

    private Rebuilding begin() {
        progress.updateAndGet(IndexProgress::begun);
        return index.rebuild();
    }

    private Mono<Void> fill(Rebuilding building, Flux<ProjectedPost> everything) {
        return everything
                .buffer(BATCH)
                .concatMap(batch -> written(() -> building.add(batch)).doOnSuccess(nothing -> count(batch)), 1)
                .then(written(building::complete))
                .doOnSuccess(nothing -> completed());
    }

    /** Runs to its end even if nobody waits any more: an index that is interrupted while it writes is lost. */
    private Mono<Void> written(Runnable write) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(write, indexing::schedule));
    }

    private void count(Collection<ProjectedPost> batch) {
        progress.updateAndGet(now -> now.further(batch.size()));
    }

    private void completed() {
        progress.updateAndGet(IndexProgress::completed);
        log.info("The search index is complete: {} posts", index.size());
    }

    private void failed(Throwable failure) {
        progress.updateAndGet(now -> now.failed(failure.toString()));
        log.warn("The search index could not be built", failure);
    }

    private IndexProgress progress() {
        return Objects.requireNonNull(progress.get());
    }
}
