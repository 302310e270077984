package org.vedette.feed.projection;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.Entry;
import reactor.core.publisher.Flux;

/** What every store of versions promises. */
public abstract class ProjectionVersionsContract {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");

    /** A store that has nothing yet. */
    protected abstract ProjectionVersions versions();

    @Test
    void theFirstRegistryIsReadBeforeOneIsStored() {
        var registry = versions().registry().block();

        assertThat(registry).isEqualTo(VersionRegistry.first());
    }

    @Test
    void aRegistryIsReadAsItWasStored() {
        var versions = versions();
        var rebuild = VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1));
        var renewed = rebuild.renewed(new Rebuild.Progress(1, 2, 3, 4), NOW.plusSeconds(90));
        var report = new RebuildReport(
                RebuildReport.Outcome.SWITCHED, "All there.", "here", NOW, NOW, Rebuild.Progress.NONE, 3, 2, 1);
        var switched = VersionRegistry.first().started(rebuild).switched(renewed, NOW, report);
        var again = switched.started(switched.newRebuild("there", NOW, Duration.ofMinutes(1)));

        assertThat(versions.replace(VersionRegistry.first(), again).block()).isTrue();

        assertThat(versions.registry().block()).isEqualTo(again);
    }

    @Test
    void onlyOneOfManyReplacesARegistry() {
        var versions = versions();
        var claimed =
                VersionRegistry.first().started(VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1)));

        var replaced = Flux.range(0, 16)
                .flatMap(each -> versions.replace(VersionRegistry.first(), claimed), 16)
                .collectList()
                .block();

        assertThat(replaced).hasSize(16).containsOnlyOnce(true);
    }

    @Test
    void anInstanceThatReadAnEarlierRegistryReplacesNothing() {
        var versions = versions();
        var next =
                VersionRegistry.first().started(VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1)));
        var late =
                VersionRegistry.first().started(VersionRegistry.first().newRebuild("late", NOW, Duration.ofMinutes(1)));
        assertThat(versions.replace(VersionRegistry.first(), next).block()).isTrue();

        assertThat(versions.replace(VersionRegistry.first(), late).block()).isFalse();

        assertThat(versions.registry().block()).isEqualTo(next);
    }

    @Test
    void aVersionTakesUpSpaceUntilItIsDropped() {
        var versions = versions();
        var entry = new Entry(aPost().build(), null, NOW);
        assertThat(versions.entries("entries_1").save(entry).block()).isTrue();
        assertThat(versions.stored().collectList().block()).containsExactly("entries_1");

        versions.drop("entries_1").block();

        assertThat(versions.stored().collectList().block()).isEmpty();
        assertThat(versions.entries("entries_1")
                        .find(List.of(entry.id()))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void offsetsAreRecordedOnceTheyBeganAndOnlyRise() {
        var versions = versions();
        versions.raiseOffsets(List.of("entries"), Map.of(3, 9L)).block();
        assertThat(versions.offsets("entries").blockOptional()).isEmpty();
        versions.recordOffsets("entries", Map.of()).block();

        versions.raiseOffsets(List.of("entries"), Map.of(3, 9L, 4, 1L)).block();
        versions.recordOffsets("entries", Map.of(3, 2L)).block();

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(3, 9L, 4, 1L), false));
    }

    @Test
    void aVersionStaysIncompleteUntilItIsDropped() {
        var versions = versions();
        versions.recordOffsets("entries", Map.of(3, 2L)).block();
        versions.markIncomplete(List.of("entries", "entries_1")).block();

        versions.recordOffsets("entries", Map.of(3, 5L)).block();
        versions.raiseOffsets(List.of("entries"), Map.of(4, 9L)).block();

        assertThat(versions.offsets(List.of("entries", "entries_1", "entries_2"))
                        .block())
                .containsOnly(
                        entry("entries", new ProjectedOffsets(Map.of(3, 5L, 4, 9L), true)),
                        entry("entries_1", new ProjectedOffsets(Map.of(), true)));
        versions.drop("entries").block();
        assertThat(versions.offsets("entries").blockOptional()).isEmpty();
    }

    @Test
    void ofManyConcurrentMarksNoneFails() {
        var versions = versions();

        Flux.range(0, 16)
                .flatMap(each -> versions.markIncomplete(List.of("entries")), 16)
                .blockLast();

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(), true));
    }

    @Test
    void droppingWhatIsNotThereIsDone() {
        var versions = versions();

        versions.drop("entries_7").block();

        assertThat(versions.stored().collectList().block()).isEmpty();
    }

    @Test
    void versionsKnowNothingOfEachOther() {
        var versions = versions();
        var first = new Entry(aPost().build(), null, NOW);
        var second = new Entry(aPost().id(first.id()).revision(2).build(), null, NOW);
        assertThat(versions.entries("entries").save(first).block()).isTrue();
        assertThat(versions.entries("entries_1").save(second).block()).isTrue();

        assertThat(versions.entries("entries")
                        .find(List.of(first.id()))
                        .collectList()
                        .block())
                .containsExactly(first);
    }
}
