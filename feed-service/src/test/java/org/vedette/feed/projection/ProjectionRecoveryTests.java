package org.vedette.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import reactor.core.publisher.Mono;

class ProjectionRecoveryTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
    private final List<MissingPosts> rebuilds = new ArrayList<>();
    private final ProjectionRecovery recovery = recovery(true);

    @Test
    void aNewInstallationBeginsToRecordItsOffsets() {
        recovery.checkAtStart();

        assertThat(rebuilds).isEmpty();
        assertThat(versions.offsets("entries").block()).isEqualTo(complete(Map.of()));
    }

    @Test
    void aStoreOfAReleaseThatRecordedNoOffsetsIsTakenAsItIs() {
        save();
        committed.put(2, 7L);

        recovery.checkAtStart();

        assertThat(rebuilds).isEmpty();
        assertThat(versions.offsets("entries").block()).isEqualTo(complete(Map.of(2, 7L)));
    }

    @Test
    void aStoreThatIsAsNewAsTheGroupIsLeftAlone() {
        save();
        committed.put(2, 7L);
        versions.recordOffsets("entries", Map.of(2, 7L, 3, 1L)).block();

        recovery.checkAtStart();
        recovery.checkAgain();

        assertThat(rebuilds).isEmpty();
    }

    @Test
    void aStoreThatCameBackEmptyIsRebuilt() {
        committed.put(2, 7L);

        recovery.checkAtStart();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void aStoreWhoseEntriesAloneAreLostIsRebuilt() {
        committed.put(2, 7L);
        versions.recordOffsets("entries", Map.of(2, 7L)).block();

        recovery.checkAtStart();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void aStoreFromAnOlderBackupIsRebuilt() {
        save();
        committed.putAll(Map.of(2, 7L, 3, 4L));
        versions.recordOffsets("entries", Map.of(2, 7L, 3, 3L)).block();

        recovery.checkAtStart();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void aStoreThatIsEmptiedWhileTheServiceRunsIsRebuiltThoughEventsCameSince() {
        save();
        committed.put(2, 7L);
        recovery.checkAtStart();

        versions.lose();
        save();
        versions.raiseOffsets(List.of("entries"), Map.of(2, 8L)).block();
        recovery.checkAgain();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void aNewInstallationIsCompleteAfterItsFirstEvents() {
        recovery.checkAtStart();
        project(1);

        recovery(true).checkAtStart();

        assertThat(rebuilds).isEmpty();
    }

    @Test
    void aRestartRebuildsAStoreThatWasEmptiedThoughEventsWereProjectedSince() {
        save();
        committed.put(2, 7L);
        recovery.checkAtStart();
        versions.lose();
        project(8);

        recovery(true).checkAtStart();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void aRestartGoesOnWithTheRecoveryOfAnOlderBackupThoughEventsRaisedItsOffsets() {
        save();
        committed.put(2, 7L);
        versions.restore("entries", Map.of(2, 5L));
        recovery.checkAtStart();
        project(8);

        recovery(true).checkAtStart();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY, MissingPosts.COPY);
    }

    @Test
    void aStoreThatIsBehindIsMarkedAsIncompleteEvenWhileARebuildRuns() {
        save();
        committed.put(2, 7L);
        versions.restore("entries", Map.of(2, 5L));
        assertThat(service().begin().block()).isNotNull();

        recovery.checkAtStart();

        assertThat(rebuilds).isEmpty();
        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(2, 5L), true));
    }

    @Test
    void theRecoveryEndsWhenTheRebuildIsComplete() {
        committed.put(2, 7L);
        recovery.checkAtStart();
        var rebuild = service().begin().blockOptional().orElseThrow();
        assertThat(service().complete(rebuild, Map.of(2, 7L), MissingPosts.COPY).block())
                .isNotNull();
        rebuilds.clear();

        recovery.checkAgain();

        assertThat(rebuilds).isEmpty();
    }

    @Test
    void aRebuildThatFailsDoesNotEndTheRecovery() {
        committed.put(2, 7L);
        recovery.checkAtStart();
        project(8);
        var rebuild = service().begin().blockOptional().orElseThrow();
        assertThat(service().fail(rebuild, "no broker").block()).isNotNull();
        rebuilds.clear();

        recovery.checkAgain();

        assertThat(rebuilds).containsExactly(MissingPosts.COPY);
    }

    @Test
    void nothingIsStartedWhileARebuildRuns() {
        committed.put(2, 7L);
        assertThat(service().begin().block()).isNotNull();

        recovery.checkAtStart();

        assertThat(rebuilds).isEmpty();
    }

    @Test
    void nothingIsCheckedAgainBeforeTheStart() {
        committed.put(2, 7L);

        recovery.checkAgain();

        assertThat(rebuilds).isEmpty();
    }

    @Test
    void nothingIsCheckedWhenItIsSwitchedOff() {
        committed.put(2, 7L);
        var off = recovery(false);

        off.checkAtStart();
        off.checkAgain();

        assertThat(rebuilds).isEmpty();
    }

    private ProjectionRecovery recovery(boolean enabled) {
        return new ProjectionRecovery(versions, () -> Map.copyOf(committed), this::start, enabled);
    }

    private RebuildService service() {
        return new RebuildService(versions, new CurrentTimeline(), Clock.systemUTC(), "there", Duration.ofMinutes(1));
    }

    /** Projects one event and commits its offset. */
    private void project(long next) {
        var event = new ReceivedEvent(new PostPublished(aPost().build()), NOW);
        var projection = new EntryProjection(versions, changes -> Mono.empty());
        assertThat(projection.project(List.of(event), Map.of(2, next)).block()).isEqualTo(1);
        committed.put(2, next);
    }

    private Mono<Rebuild> start(MissingPosts policy) {
        return Mono.fromSupplier(() -> {
            rebuilds.add(policy);
            return VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1));
        });
    }

    private void save() {
        assertThat(versions.entries("entries")
                        .save(new Entry(aPost().build(), null, NOW))
                        .block())
                .isTrue();
    }

    private static ProjectedOffsets complete(Map<Integer, Long> next) {
        return new ProjectedOffsets(next, false);
    }
}
