package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class TimelineSubscribersTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long LONG_PAUSE = 5_000;

    private final InMemoryEntries entries = new InMemoryEntries();
    private final RecordingFollower quick = new RecordingFollower();
    private final CountDownLatch hold = new CountDownLatch(1);
    private final RecordingFollower slowOne = new RecordingFollower();

    /** How many changes the slow one was told of at a time. */
    private final List<Integer> begun = new CopyOnWriteArrayList<>();

    private final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final TimelineSubscribers followers =
            new TimelineSubscribers(List.of(new Slow(), quick), entries::everything, pauses::add);

    @AfterEach
    void close() {
        hold.countDown();
        followers.close();
    }

    @Test
    void noFollowerWaitsForAnother() {
        followers.follow(changes(1, 3));

        await().untilAsserted(() -> assertThat(quick.followed).hasSize(2));
        assertThat(slowOne.followed).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainBeforeWhatComesNext() {
        quick.failures.set(2);

        followers.follow(changes(1, 3));
        followers.follow(changes(3, 5));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(quick.followed)
                        .extracting(TimelineChange::offset)
                        .containsExactly(1L, 2L, 3L, 4L));
        assertThat(pauses).containsExactly(500L, 1_000L);
    }

    @Test
    void whoGoesOnFailingBeginsAnewAndFollowsOn() {
        var known = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(entries.save(known).block()).isTrue();
        quick.failures.set(3);

        followers.follow(changes(1, 3));
        await().atMost(SOON).untilAtomic(quick.failures, equalTo(0));
        followers.follow(changes(3, 5));

        await().atMost(SOON).untilAsserted(() -> assertThat(quick.everything).containsExactly(known));
        await().untilAsserted(() ->
                assertThat(quick.followed).extracting(TimelineChange::offset).containsExactly(3L, 4L));
        assertThat(pauses).containsExactly(500L, 1_000L, 1_500L, LONG_PAUSE);
    }

    @Test
    void whatCameMeanwhileIsTakenOverAtOnceAndInItsOrder() {
        followers.follow(changes(0, 1));
        await().untilAsserted(() -> assertThat(begun).hasSize(1));
        LongStream.range(1, 301).forEach(n -> followers.follow(changes(n, n + 1)));
        followers.recall(changes(301, 302));
        LongStream.range(302, 1_000).forEach(n -> followers.follow(changes(n, n + 1)));

        hold.countDown();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(slowOne.followedOrRecalled)
                        .extracting(TimelineChange::offset)
                        .containsExactlyElementsOf(
                                LongStream.range(0, 1_000).boxed().toList()));
        assertThat(begun).containsExactly(1, 300, 500, 198);
        assertThat(slowOne.recalled).extracting(TimelineChange::offset).containsExactly(301L);
    }

    @Test
    void whoFallsTooFarBehindBeginsAnew() {
        var known = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(entries.save(known).block()).isTrue();

        try (var behind =
                new TimelineSubscribers(List.of(new Slow()), entries::everything, millis -> waitUntilItMay())) {
            LongStream.range(0, 30).forEach(n -> behind.follow(changes(n * 100, n * 100 + 100)));
            hold.countDown();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(slowOne.everything).containsExactly(known));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(slowOne.followed).hasSize(2_000));
        }
    }

    @Test
    void whoFellBehindWaitsUntilTheRushIsOver() {
        var known = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(entries.save(known).block()).isTrue();
        var more = new AtomicInteger(2);
        var relay = new AtomicReference<TimelineSubscribers>();

        try (var behind = new TimelineSubscribers(List.of(new Slow()), entries::everything, millis -> {
            pauses.add(millis);
            if (more.getAndDecrement() > 0) {
                Objects.requireNonNull(relay.get()).follow(changes(5_000, 5_001));
            }
        })) {
            relay.set(behind);
            LongStream.range(0, 21).forEach(n -> behind.follow(changes(n * 100, n * 100 + 100)));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(slowOne.everything).containsExactly(known));
            assertThat(pauses).containsExactly(LONG_PAUSE, LONG_PAUSE, LONG_PAUSE);
            hold.countDown();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(slowOne.followed).hasSize(2_000));
            behind.follow(changes(6_000, 6_001));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(slowOne.followed)
                            .extracting(TimelineChange::offset)
                            .contains(6_000L)
                            .doesNotContain(5_000L));
        }
    }

    @Test
    void changesGoOnWhileAFollowerReadsEverything() {
        followers.rebuildAll();

        followers.follow(changes(1, 2));

        await().untilAsserted(() -> assertThat(quick.followed).hasSize(1));
    }

    @Test
    void whoCannotReadEverythingTriesAgain() {
        var known = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(entries.save(known).block()).isTrue();
        entries.goAway();

        try (var trying = new TimelineSubscribers(List.of(quick), entries::everything, this::comeBackAfter)) {
            trying.rebuildAll();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(quick.everything).containsExactly(known));
            assertThat(pauses).containsExactly(LONG_PAUSE);
        }
    }

    private static List<TimelineChange> changes(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(place -> new TimelineChange(
                        place, ChangeKind.PUBLISHED, new Entry(aPost().build(), null, Instant.EPOCH)))
                .toList();
    }

    private void comeBackAfter(long millis) {
        pauses.add(millis);
        entries.comeBack();
    }

    private void waitUntilItMay() {
        try {
            assertThat(hold.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes nothing over before it may. */
    private final class Slow implements TimelineSubscriber {

        @Override
        public Mono<Void> apply(List<TimelineChange> changes) {
            begun.add(changes.size());
            return Mono.fromRunnable(TimelineSubscribersTests.this::waitUntilItMay)
                    .then(slowOne.apply(changes));
        }

        @Override
        public Mono<Void> replay(List<TimelineChange> earlier) {
            return slowOne.replay(earlier);
        }

        @Override
        public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
            return slowOne.rebuild(everything);
        }
    }
}
