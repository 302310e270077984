package org.vedette.feed.search;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.entries.updates.TimelineSubscriber;
import org.vedette.feed.search.SearchIndex.Rebuild;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Searches, and keeps the index equal to the timeline; both on threads of their own. */
public final class SearchService implements TimelineSubscriber {

    private static final Logger log = LoggerFactory.getLogger(SearchService.class);

    /** Few enough to be in memory at once even when every post is as long as posts may be. */
    private static final int BATCH = 50;

    private final SearchIndex index;
    private final Scheduler searchers;
    private final Scheduler writers;
    private final AtomicReference<IndexState> state = new AtomicReference<>(IndexState.NEW);

    /**
     * @param searchers runs searches; it may refuse more than it can answer in time
     * @param writers writes the index
     */
    public SearchService(SearchIndex index, Scheduler searchers, Scheduler writers) {
        this.index = index;
        this.searchers = searchers;
        this.writers = writers;
    }

    /** Fails with {@link RequestRejectedException} until the index was complete once, and under too much load. */
    public Mono<SearchResult> find(SearchQuery query) {
        return Mono.fromCallable(() -> index.find(query))
                .subscribeOn(searchers)
                .onErrorMap(RejectedExecutionException.class, SearchService::busy)
                .as(this::onceComplete);
    }

    /** Indexes changed posts; revisions decide, so late and repeated changes do no harm. */
    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        var posts = changes.stream()
                .filter(change -> !change.precedesLoad())
                .map(TimelineChange::post)
                .toList();
        return posts.isEmpty() ? Mono.empty() : write(() -> index.put(posts));
    }

    /** Rebuilds the index from all posts while the previous one serves. */
    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
        return Mono.usingWhen(
                        onWriter(this::begin), rebuild -> fill(rebuild, everything), rebuild -> write(rebuild::close))
                .doOnError(this::failed)
                .doOnCancel(() -> state.updateAndGet(now -> now.failed("the rebuild was cancelled")));
    }

    public IndexState state() {
        return current().with(index.size());
    }

    private Mono<SearchResult> onceComplete(Mono<SearchResult> result) {
        return Mono.defer(() -> {
            var now = current();
            return now.isComplete() ? result : Mono.error(notReady(now.done()));
        });
    }

    private static RequestRejectedException notReady(long done) {
        return RequestRejectedException.unavailable(
                "search-not-ready",
                "The search is getting ready: it has read " + done + " posts so far and answers when it has read all."
                        + " Please try again in half a minute.");
    }

    private static RequestRejectedException busy(Throwable rejected) {
        log.debug("Rejected a search, because too many are waiting", rejected);
        return RequestRejectedException.unavailable(
                "search-busy",
                "More searches are waiting than can be answered now. Please try again in half a minute.");
    }

    private Rebuild begin() {
        state.updateAndGet(IndexState::begun);
        return index.rebuild();
    }

    private Mono<Void> fill(Rebuild rebuild, Flux<ProjectedPost> everything) {
        return everything
                .buffer(BATCH)
                .concatMap(batch -> write(() -> rebuild.add(batch)).doOnSuccess(nothing -> count(batch)), 1)
                .then(write(rebuild::complete))
                .doOnSuccess(nothing -> completed());
    }

    /**
     * Completes the write even when the subscriber cancels: interrupting a thread that writes closes the index. A future
     * reports an Error, too.
     */
    private Mono<Void> write(Runnable write) {
        return Mono.fromFuture(() -> CompletableFuture.runAsync(write, writers::schedule));
    }

    private <T> Mono<T> onWriter(Supplier<T> call) {
        return Mono.fromFuture(() -> CompletableFuture.supplyAsync(call, writers::schedule));
    }

    private void count(Collection<ProjectedPost> batch) {
        state.updateAndGet(now -> now.read(batch.size()));
    }

    private void completed() {
        state.updateAndGet(IndexState::completed);
        log.info("The search index is complete: {} posts", index.size());
    }

    private void failed(Throwable failure) {
        state.updateAndGet(now -> now.failed(failure.toString()));
        log.warn("The search index could not be rebuilt; the previous one serves if there is one", failure);
    }

    private IndexState current() {
        return Objects.requireNonNull(state.get());
    }
}
