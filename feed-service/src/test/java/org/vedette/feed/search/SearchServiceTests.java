package org.vedette.feed.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class SearchServiceTests {

    private static final SearchQuery QUERY = SearchQuery.of("loader");

    private final ListIndex index = new ListIndex();
    private final SearchService search = new SearchService(index, Schedulers.immediate(), Schedulers.immediate());

    @Test
    void beforeTheFirstBuildIsCompleteASearchSaysHowManyPostsWereRead() {
        var everything = Sinks.many().unicast().<ProjectedPost>onBackpressureBuffer();
        var rebuilding = search.rebuild(everything.asFlux()).subscribe(nothing -> {});
        entries(120).forEach(everything::tryEmitNext);

        StepVerifier.create(search.find(QUERY))
                .verifyErrorSatisfies(failure ->
                        assertThat(unavailable(failure, "search-not-ready")).contains("it has read 100 posts so far"));

        assertThat(search.state().phase()).isEqualTo(IndexState.Phase.BUILDING);
        assertThat(rebuilding.isDisposed()).isFalse();
    }

    @Test
    void afterTheFirstBuildEverythingIsFound() {
        search.rebuild(Flux.fromIterable(entries(120))).block();

        StepVerifier.create(search.find(QUERY).map(SearchResult::total))
                .expectNext(120L)
                .verifyComplete();
        assertThat(search.state()).isEqualTo(new IndexState(IndexState.Phase.COMPLETE, 120, 120, null));
    }

    @Test
    void aFailedRebuildShowsAndCanBeRepeated() {
        var outage = new IllegalStateException("the store is unavailable");

        StepVerifier.create(search.rebuild(Flux.error(outage))).verifyError(IllegalStateException.class);

        assertThat(search.state().phase()).isEqualTo(IndexState.Phase.FAILED);
        assertThat(search.state().failure()).contains("the store is unavailable");
        assertThat(index.discarded).isTrue();
        StepVerifier.create(search.find(QUERY))
                .verifyErrorSatisfies(failure ->
                        assertThat(unavailable(failure, "search-not-ready")).isNotEmpty());
        search.rebuild(Flux.fromIterable(entries(1))).block();
        assertThat(search.state().isComplete()).isTrue();
    }

    @Test
    void aRebuildThatAnErrorKeepsFromBeginningFails() {
        index.beginError.set(new StackOverflowError("made up"));

        StepVerifier.create(search.rebuild(Flux.empty())).verifyError(StackOverflowError.class);

        assertThat(search.state().phase()).isEqualTo(IndexState.Phase.FAILED);
        assertThat(search.state().failure()).contains("made up");
    }

    @Test
    void aLaterRebuildThatFailsLeavesTheIndexServing() {
        search.rebuild(Flux.fromIterable(entries(3))).block();

        StepVerifier.create(search.rebuild(Flux.error(new IllegalStateException("unavailable"))))
                .verifyError();

        assertThat(search.state().isComplete()).isTrue();
        assertThat(search.state().failure()).contains("unavailable");
        StepVerifier.create(search.find(QUERY).map(SearchResult::total))
                .expectNext(3L)
                .verifyComplete();
    }

    @Test
    void aCancelledRebuildIsDiscarded() {
        var rebuilding = search.rebuild(Flux.never()).subscribe(nothing -> {});

        rebuilding.dispose();

        await().untilTrue(index.discarded);
        assertThat(search.state().phase()).isEqualTo(IndexState.Phase.FAILED);
    }

    @Test
    void aChangeIsFoundOnceItIsApplied() {
        search.rebuild(Flux.empty()).block();

        search.apply(entries(2).stream()
                        .map(entry -> new TimelineChange(1, ChangeKind.PUBLISHED, entry, false))
                        .toList())
                .block();

        StepVerifier.create(search.find(QUERY).map(SearchResult::total))
                .expectNext(2L)
                .verifyComplete();
    }

    @Test
    void moreSearchesThanFitTheQueueAreRefused() {
        var busy = new SearchService(index, refusing(), Schedulers.immediate());
        busy.rebuild(Flux.empty()).block();

        StepVerifier.create(busy.find(QUERY))
                .verifyErrorSatisfies(failure ->
                        assertThat(unavailable(failure, "search-busy")).contains("try again"));
    }

    /** Returns the detail of a refusal. */
    private static String unavailable(Throwable failure, String problem) {
        var refusal = (RequestRejectedException) failure;
        assertThat(refusal.reason()).isEqualTo(RequestRejectedException.Reason.UNAVAILABLE);
        assertThat(refusal.problem()).isEqualTo(problem);
        return refusal.detail();
    }

    private static Scheduler refusing() {
        return Schedulers.fromExecutor(task -> {
            throw new RejectedExecutionException("full");
        });
    }

    private static List<Entry> entries(int number) {
        return Mono.fromCallable(() -> new Entry(aPost().build(), null, java.time.Instant.EPOCH))
                .repeat(number - 1L)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** Finds everything that was put into it. */
    private static final class ListIndex implements SearchIndex {

        final AtomicBoolean discarded = new AtomicBoolean();
        final AtomicReference<@Nullable Error> beginError = new AtomicReference<>();
        private final List<ProjectedPost> all = new ArrayList<>();

        @Override
        public void put(Collection<ProjectedPost> changed) {
            all.addAll(changed);
        }

        @Override
        public Rebuild rebuild() {
            var error = beginError.get();
            if (error != null) {
                throw error;
            }
            var rebuilt = new ArrayList<ProjectedPost>();
            return new Rebuild() {
                private final AtomicBoolean complete = new AtomicBoolean();

                @Override
                public void add(Collection<ProjectedPost> batch) {
                    rebuilt.addAll(batch);
                }

                @Override
                public void complete() {
                    complete.set(true);
                    all.clear();
                    all.addAll(rebuilt);
                }

                @Override
                public void close() {
                    discarded.set(!complete.get());
                }
            };
        }

        @Override
        public SearchResult find(SearchQuery query) {
            return new SearchResult(all.size(), true, query.page(), query.size(), List.of(), List.of());
        }

        @Override
        public long size() {
            return all.size();
        }
    }
}
