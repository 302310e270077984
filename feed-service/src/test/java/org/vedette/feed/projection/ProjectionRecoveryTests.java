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
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
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
        assertThat(versions.offsets("entries").block()).isEmpty();
    }

    @Test
    void aStoreOfAReleaseThatRecordedNoOffsetsIsTakenAsItIs() {
        save();
        committed.put(2, 7L);

        recovery.checkAtStart();

        assertThat(rebuilds).isEmpty();
        assertThat(versions.offsets("entries").block()).isEqualTo(Map.of(2, 7L));
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
    void nothingIsStartedWhileARebuildRuns() {
        committed.put(2, 7L);
        assertThat(new RebuildService(versions, new CurrentTimeline(), Clock.systemUTC(), "there", Duration.ofMinutes(1))
                        .begin()
                        .block())
                .isNotNull();

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
}
