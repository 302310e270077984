package org.vedette.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.updates.RecordingSubscriber;
import org.vedette.feed.entries.updates.SubscriberQueue;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.test.StepVerifier;

class CutoverTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");
    private static final int MORE_THAN_ALL_STEPS = 20;

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final RecordingSubscriber subscriber = new RecordingSubscriber();
    private final SubscriberQueue queue =
            new SubscriberQueue(subscriber, () -> versions.entries("entries_1").all(), Clock.systemUTC());
    private final Cutover cutover = cutover(versions);

    @Test
    void theTimelineOfTheCurrentVersionIsLoadedWithItsName() {
        var post = save("entries");

        cutover.load().block();

        assertThat(timeline.version()).contains("entries");
        assertThat(timeline.get().find(post.id())).contains(post.position());
    }

    @Test
    void nothingIsLoadedWhileTheStoreIsUnavailable() {
        versions.entries("entries").fail();

        StepVerifier.create(cutover.load()).verifyError(EntriesUnavailableException.class);

        assertThat(timeline.isLoaded()).isFalse();
    }

    @Test
    void anInstanceThatHasNotLoadedYetDoesNotCutOver() {
        cutover.cutOverTo(switchedRegistry()).block();

        assertThat(timeline.isLoaded()).isFalse();
    }

    @Test
    void anInstanceDoesNotCutOverToAStoreThatLostItsRegistry() {
        timeline.load("entries_1", Timeline.of(List.of(save("entries_1").position())));

        cutover.cutOverTo(VersionRegistry.first()).block();

        assertThat(timeline.version()).contains("entries_1");
        assertThat(timeline.get().size()).isEqualTo(1);
    }

    @Test
    void anInstanceThatServesTheCurrentVersionStaysAsItIs() {
        cutover.load().block();
        var before = timeline.get();

        cutover.cutOverTo(VersionRegistry.first()).block();

        assertThat(timeline.get()).isSameAs(before);
    }

    @Test
    void theTimelineAndItsSubscribersFollowTheCurrentVersion() throws Exception {
        cutover.load().block();
        var rebuilt = save("entries_1");

        cutover.cutOverTo(switchedRegistry()).block();

        assertThat(timeline.version()).contains("entries_1");
        assertThat(timeline.get().find(rebuilt.id())).contains(rebuilt.position());
        // The rebuild after the load runs in the background: it may find the post already, or hold up the second one.
        await().untilAsserted(() -> {
            queue.run();
            assertThat(subscriber.rebuiltFrom).containsOnly(rebuilt);
        });
    }

    /** Whatever step fails, the version before is served as a whole, and the next check completes the cutover. */
    @Test
    void aFailureAtAnyStepChangesNothingAndTheNextCheckCutsOver() {
        var failures = 0;
        for (var step = 1; step < MORE_THAN_ALL_STEPS; step++) {
            failures += cutOverWithFailureAt(step) ? 1 : 0;
        }

        assertThat(failures).isGreaterThanOrEqualTo(2);
    }

    private boolean cutOverWithFailureAt(int step) {
        var onlyHere = save("entries");
        var newer = save("entries_1");
        var served = Timeline.of(List.of(onlyHere.position()));
        timeline.load("entries", served);
        var failing = new FailingProjectionVersions(versions, step);

        var failed = cutover(failing)
                .cutOverTo(switchedRegistry())
                .thenReturn(false)
                .onErrorReturn(EntriesUnavailableException.class, true)
                .blockOptional()
                .orElseThrow();

        assertThat(failed).isEqualTo(failing.hasFailed());
        if (failed) {
            assertThat(timeline.version()).contains("entries");
            assertThat(timeline.get()).isSameAs(served);
        }
        cutover.cutOverTo(switchedRegistry()).block();
        assertThat(timeline.version()).contains("entries_1");
        assertThat(timeline.get().find(newer.id())).isPresent();
        return failed;
    }

    /**
     * Changes are applied all the time, and the instance cuts over to and fro: it never shows less than before. What is
     * only in a newer version yet may come and go, since nobody cuts over to an older one but this test.
     */
    @Test
    void whileChangesComeNothingThatWasAppliedVanishes() throws Exception {
        cutover.load().block();
        Set<UUID> applied = ConcurrentHashMap.newKeySet();
        var writer = Executors.newSingleThreadExecutor();
        var writing = writer.submit(() -> {
            for (var count = 0; count < 2_000; count++) {
                var entry = new Entry(aPost().build(), null, NOW);
                for (var version : List.of("entries_2", "entries_1", "entries")) {
                    assertThat(versions.entries(version).save(entry).block()).isTrue();
                }
                timeline.include(List.of(entry));
                applied.add(entry.id());
            }
        });

        for (var turn = 0; !writing.isDone(); turn++) {
            var before = Set.copyOf(applied);
            cutover.cutOverTo(registryOf(turn % 2 == 0 ? "entries_1" : "entries_2"))
                    .block();
            assertThat(shown()).containsAll(before);
        }

        writing.get(10, TimeUnit.SECONDS);
        writer.shutdown();
        assertThat(timeline.get().size()).isEqualTo(2_000);
    }

    private Cutover cutover(ProjectionVersions store) {
        return new Cutover(store, timeline, new TimelineSubscribers(List.of(queue)));
    }

    private static VersionRegistry switchedRegistry() {
        var rebuild = VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1));
        return VersionRegistry.first()
                .started(rebuild)
                .switched(rebuild, NOW, RebuildReport.failed(rebuild, NOW, "whatever"));
    }

    private static VersionRegistry registryOf(String current) {
        return new VersionRegistry(9, 9, current, null, List.of(), null);
    }

    private Entry save(String version) {
        return save(version, new Entry(aPost().build(), null, NOW));
    }

    private Entry save(String version, Entry entry) {
        assertThat(versions.entries(version).save(entry).block()).isTrue();
        return entry;
    }

    private Set<UUID> shown() {
        var ids = new HashSet<UUID>();
        timeline.get().all().map(Position::id).forEach(ids::add);
        return ids;
    }
}
