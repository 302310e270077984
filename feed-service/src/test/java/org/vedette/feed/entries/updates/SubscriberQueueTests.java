package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Calls the queue as its worker does, on the thread of the test. */
class SubscriberQueueTests {

    private static final Duration QUIET_PERIOD = Duration.ofSeconds(5);
    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:11:12.345Z"));
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final InMemoryEntries entries = new InMemoryEntries();
    private final RecordingSubscriber subscriber = new RecordingSubscriber();
    private final SubscriberQueue queue = new SubscriberQueue(subscriber, entries::all, clock);

    @Test
    void thePostsOfARebuildAreReadWhenTheSubscriberIsReadyForChanges() {
        var reads = new AtomicInteger();
        var unready = new TimelineSubscriber() {
            @Override
            public Mono<Void> apply(List<TimelineChange> changes) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> rebuild(Flux<ProjectedPost> all) {
                assertThat(reads).hasValue(0);
                return all.then();
            }
        };

        new SubscriberQueue(
                        unready,
                        () -> {
                            reads.incrementAndGet();
                            return entries.all();
                        },
                        clock)
                .requestRebuild();

        await().untilAsserted(() -> assertThat(reads).hasValue(1));
    }

    @Test
    void changesAreAppliedInTheirOrderAndMoreAtOnceTheMoreWait() throws Exception {
        queue.add(changes(0, 300));
        queue.add(changes(300, 900));

        queue.run();
        queue.run();

        assertThat(subscriber.applied)
                .extracting(TimelineChange::offset)
                .containsExactlyElementsOf(LongStream.range(0, 900).boxed().toList());
        assertThat(subscriber.batches).containsExactly(500, 400);
    }

    @Test
    void whatFailsIsAppliedAgainBeforeWhatComesNext() throws Exception {
        subscriber.failures.set(2);
        queue.add(changes(1, 3));

        assertThatThrownBy(queue::run).hasMessage("not now");
        queue.add(changes(3, 5));
        assertThatThrownBy(queue::run).hasMessage("not now");
        queue.run();
        queue.run();

        assertThat(subscriber.applied).extracting(TimelineChange::offset).containsExactly(1L, 2L, 3L, 4L);
        assertThat(subscriber.rebuilds).hasValue(0);
    }

    @Test
    void aSubscriberThatGoesOnFailingIsRebuiltAfterAQuietPeriod() throws Exception {
        var known = save();
        subscriber.failures.set(3);
        queue.add(changes(1, 3));
        assertThatThrownBy(queue::run).hasMessage("not now");
        assertThatThrownBy(queue::run).hasMessage("not now");
        queue.run();

        pass(QUIET_PERIOD.minusMillis(1));
        queue.run();
        assertThat(subscriber.rebuilds).hasValue(0);

        pass(Duration.ofMillis(1));
        queue.run();
        await().untilAsserted(() -> assertThat(subscriber.rebuiltFrom).containsExactly(known));
    }

    @Test
    void aSubscriberThatIsTooSlowIsRebuiltWhenTheBurstIsOver() throws Exception {
        queue.add(changes(0, 2_001));
        for (var runs = 0; runs < 4; runs++) {
            queue.run();
        }

        pass(Duration.ofSeconds(4));
        queue.add(changes(3_000, 3_001));
        pass(Duration.ofSeconds(4));
        queue.run();
        assertThat(subscriber.rebuilds).hasValue(0);

        pass(Duration.ofSeconds(1));
        queue.run();
        await().untilAtomic(subscriber.rebuilds, equalTo(1));
        queue.add(changes(4_000, 4_001));
        queue.run();
        assertThat(subscriber.applied).extracting(TimelineChange::offset).containsExactly(4_000L);
    }

    @Test
    void aBurstWithoutEndDelaysARebuildForTwoMinutesAtMost() throws Exception {
        queue.add(changes(0, 2_001));
        for (var seconds = 0; seconds < 119; seconds++) {
            pass(Duration.ofSeconds(1));
            queue.add(changes(3_000, 3_001));
        }
        queue.run();
        assertThat(subscriber.rebuilds).hasValue(0);

        pass(Duration.ofSeconds(1));
        queue.run();

        await().untilAtomic(subscriber.rebuilds, equalTo(1));
    }

    @Test
    void aRequestedRebuildBeginsAtOnceAndChangesAreAppliedMeanwhile() throws Exception {
        var known = save();
        queue.requestRebuild();
        queue.add(changes(1, 2));

        queue.run();

        assertThat(subscriber.applied).hasSize(1);
        await().untilAsserted(() -> assertThat(subscriber.rebuiltFrom).containsExactly(known));
    }

    @Test
    void aRebuildThatFailsIsRepeated() throws Exception {
        var known = save();
        entries.fail();
        queue.requestRebuild();
        queue.run();
        entries.recover();

        await().untilAsserted(() -> {
            pass(QUIET_PERIOD);
            queue.run();
            assertThat(subscriber.rebuiltFrom).containsExactly(known);
        });
    }

    @Test
    void aRebuildForWhichThereIsNoThreadIsRepeated() throws Exception {
        var known = save();
        Schedulers.onScheduleHook("for a test", task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        try {
            assertThatCode(queue::requestRebuild).doesNotThrowAnyException();
        } finally {
            Schedulers.resetOnScheduleHook("for a test");
        }

        pass(QUIET_PERIOD);
        queue.run();

        await().untilAsserted(() -> assertThat(subscriber.rebuiltFrom).containsExactly(known));
    }

    @Test
    void aRebuildThatAnErrorEndsIsRepeated() throws Exception {
        var known = save();
        subscriber.rebuildErrors.set(1);
        queue.requestRebuild();

        await().untilAsserted(() -> {
            pass(QUIET_PERIOD);
            queue.run();
            assertThat(subscriber.rebuiltFrom).containsExactly(known);
        });
    }

    @Test
    void aRebuildThatNeverEndsIsRepeatedAfterTheTimeout() throws Exception {
        var known = save();
        var time = VirtualTimeScheduler.getOrSet();
        try {
            subscriber.endlessRebuilds.set(1);
            queue.requestRebuild();

            time.advanceTimeBy(REBUILD_TIMEOUT);
            pass(QUIET_PERIOD);
            queue.run();

            assertThat(subscriber.rebuiltFrom).containsExactly(known);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aSubscriberInWhichErrorsGoOnIsRebuilt() throws Exception {
        var known = save();
        subscriber.errors.set(3);
        queue.add(changes(1, 3));
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(queue::run);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(queue::run);
        queue.run();

        pass(QUIET_PERIOD);
        queue.run();

        await().untilAsserted(() -> assertThat(subscriber.rebuiltFrom).containsExactly(known));
    }

    private Entry save() {
        var entry = new Entry(aPost().build(), null, Instant.EPOCH);
        assertThat(entries.save(entry).block()).isTrue();
        return entry;
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static List<TimelineChange> changes(long from, long to) {
        var post = new Entry(aPost().build(), null, Instant.EPOCH);
        return LongStream.range(from, to)
                .mapToObj(offset -> new TimelineChange(offset, ChangeKind.PUBLISHED, post, false))
                .toList();
    }
}
