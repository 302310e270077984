package org.vedette.feed.serving.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class ResponseCacheTests {

    private static final Instant START = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final ResponseCache cache = new ResponseCache(timeline, 10_000, clock);
    private final AtomicInteger made = new AtomicInteger();

    @BeforeEach
    void load() {
        entries.loadInto(timeline);
    }

    @Test
    void aPageIsLoadedOnce() {
        var first = cache.get("/", this::page).block();

        var second = cache.get("/", this::page).block();

        assertThat(second).isSameAs(first).isSameAs(cache.getIfPresent("/"));
        assertThat(made).hasValue(1);
    }

    @Test
    void concurrentRequestsShareOneLoad() {
        var store = Sinks.<CachedResponse>one();
        Supplier<Mono<CachedResponse>> slow = () -> {
            made.incrementAndGet();
            return store.asMono();
        };
        var first = cache.get("/", slow).toFuture();
        var second = cache.get("/", slow).toFuture();

        store.tryEmitValue(text("page")).orThrow();

        assertThat(first.join()).isSameAs(second.join());
        assertThat(made).hasValue(1);
    }

    @Test
    void aCancelledRequestDoesNotCancelTheLoadForOthers() {
        var store = Sinks.<CachedResponse>one();
        var cancelled = cache.get("/", store::asMono).subscribe();
        var waiting = cache.get("/", store::asMono).toFuture();

        cancelled.dispose();
        store.tryEmitValue(text("page")).orThrow();

        assertThat(waiting.join().body(false)).isEqualTo("page".getBytes(UTF_8));
    }

    @Test
    void aChangeOfTheTimelineEmptiesTheCache() {
        cache.get("/", this::page).block();

        publish();

        assertThat(cache.getIfPresent("/")).isNull();
    }

    @Test
    void aPageWhoseLoadBeganBeforeAChangeIsNotCached() {
        var store = Sinks.<CachedResponse>one();
        var begun = cache.get("/", store::asMono).toFuture();

        publish();
        store.tryEmitValue(text("old")).orThrow();

        assertThat(begun).isCompleted();
        assertThat(cache.getIfPresent("/")).isNull();
    }

    @Test
    void aFailedLoadIsRepeated() {
        var failing = cache.get(
                "/", () -> Mono.error(new EntriesUnavailableException(new IllegalStateException("unavailable"))));
        StepVerifier.create(failing).verifyError(EntriesUnavailableException.class);

        var again = cache.get("/", this::page);

        StepVerifier.create(again).expectNextCount(1).verifyComplete();
    }

    static Stream<Supplier<Mono<CachedResponse>>> loadersThatAnErrorEnds() {
        return Stream.of(
                () -> {
                    throw new StackOverflowError("made up");
                },
                () -> Mono.fromSupplier(() -> {
                    throw new StackOverflowError("made up");
                }));
    }

    /** Reactor rethrows such an Error where it occurs, so that those who wait get neither a value nor a failure. */
    @ParameterizedTest
    @MethodSource("loadersThatAnErrorEnds")
    void aLoadThatAnErrorEndedIsRepeated(Supplier<Mono<CachedResponse>> loader) {
        StepVerifier.create(cache.get("/", loader)).expectError().verify(ResponseCache.LOAD_TIMEOUT);

        StepVerifier.create(cache.get("/", this::page)).expectNextCount(1).verifyComplete();
    }

    @Test
    void aLoadThatNeverEndsIsRepeatedAfterTheTimeout() {
        var time = VirtualTimeScheduler.getOrSet();
        try {
            var waiting = cache.get("/", Mono::never).toFuture();

            time.advanceTimeBy(ResponseCache.LOAD_TIMEOUT);

            assertThat(waiting).isCompletedExceptionally();
            StepVerifier.create(cache.get("/", this::page)).expectNextCount(1).verifyComplete();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void theCacheKeepsItsMemoryLimit() {
        for (var n = 0; n < 200; n++) {
            cache.get("/" + n, this::page).block();
        }

        var kept = IntStream.range(0, 200)
                .filter(n -> cache.getIfPresent("/" + n) != null)
                .count();

        assertThat(kept).isLessThan(30);
    }

    @Test
    void addressesCountTowardsTheMemoryLimit() {
        var filler = "x".repeat(400);
        for (var n = 0; n < 200; n++) {
            cache.get("/" + filler + n, this::page).block();
        }

        var kept = IntStream.range(0, 200)
                .filter(n -> cache.getIfPresent("/" + filler + n) != null)
                .count();

        assertThat(kept).isBetween(1L, 10_000L / 700);
    }

    @Test
    void veryLongAddressesAreNotCached() {
        var address = "/api/feed/posts?tag=" + "x".repeat(500);

        var first = cache.get(address, this::page).block();

        assertThat(first).isNotNull().isNotSameAs(cache.get(address, this::page).block());
        assertThat(cache.getIfPresent(address)).isNull();
    }

    @Test
    void nothingIsServedBeforeTheTimelineIsLoaded() {
        var unloaded = new ResponseCache(new CurrentTimeline(), 10_000, clock);

        StepVerifier.create(unloaded.get("/", this::page)).verifyError(EntriesUnavailableException.class);
    }

    @Test
    void aPageIsDatedByTheFirstUseOfItsTimeline() {
        cache.get("/", this::page).block();
        pass(5);

        var other = cache.get("/other", this::page).block();

        assertThat(other).extracting(CachedResponse::lastModified).isEqualTo(START);
    }

    @Test
    void aLateEventMovesTheDate() {
        publish();
        cache.get("/", this::page).block();
        pass(5);

        publish(START.minusSeconds(60));

        assertThat(cache.get("/", this::page).block())
                .extracting(CachedResponse::lastModified)
                .isEqualTo(START.plusSeconds(5));
    }

    @Test
    void theSameStateHasADateOfItsOwnAfterARestart() {
        cache.get("/", this::page).block();
        pass(5);
        var restarted = new ResponseCache(timeline, 10_000, clock);

        var page = restarted.get("/", this::page).block();

        assertThat(page).extracting(CachedResponse::lastModified).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void instancesMayDateAPageDifferentlyButTagItEqually() {
        var replica = new ResponseCache(timeline, 10_000, Clock.offset(clock, Duration.ofSeconds(1)));

        var ours = get(cache);
        var theirs = get(replica);

        assertThat(theirs.entityTag(false)).isEqualTo(ours.entityTag(false));
        assertThat(theirs.lastModified()).isNotEqualTo(ours.lastModified());
    }

    private static CachedResponse get(ResponseCache cache) {
        return Objects.requireNonNull(
                cache.get("/same", () -> Mono.just(text("same"))).block());
    }

    private void pass(long seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }

    private Mono<CachedResponse> page() {
        made.incrementAndGet();
        return Mono.just(text("page " + made));
    }

    private void publish() {
        publish(START);
    }

    private void publish(Instant at) {
        var post = new Entry(aPost().build(), null, at);
        assertThat(entries.save(post).block()).isTrue();
        timeline.include(List.of(post));
    }

    private static CachedResponse text(String text) {
        return CachedResponse.ok("text/plain", text.getBytes(UTF_8), CacheControlPolicy.PAGE);
    }
}
