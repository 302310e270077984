package org.vedette.feed.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.Entry;
import reactor.core.publisher.Flux;

/** What every store of editions promises. */
public abstract class ProjectionVersionsContract {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");

    /** A store that has nothing yet. */
    protected abstract ProjectionVersions editions();

    @Test
    void theFirstCatalogueIsThereBeforeAnybodyWroteOne() {
        var catalogue = editions().catalogue().block();

        assertThat(catalogue).isEqualTo(VersionRegistry.first());
    }

    @Test
    void aCatalogueIsReadAsItWasWritten() {
        var editions = editions();
        var rebuild = VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1));
        var renewed = rebuild.renewed(new RebuildProgress(1, 2, 3, 4), NOW.plusSeconds(90));
        var report = new Report(Report.Outcome.SWITCHED, "All there.", "here", NOW, NOW, RebuildProgress.NONE, 3, 2, 1);
        var switched = VersionRegistry.first().claimed(rebuild).switched(renewed, NOW, report);
        var again = switched.claimed(switched.newRebuild("there", NOW, Duration.ofMinutes(1)));

        assertThat(editions.replace(VersionRegistry.first(), again).block()).isTrue();

        assertThat(editions.catalogue().block()).isEqualTo(again);
    }

    @Test
    void onlyOneReplacesACatalogue() {
        var editions = editions();
        var claimed =
                VersionRegistry.first().claimed(VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1)));

        var replaced = Flux.range(0, 16)
                .flatMap(each -> editions.replace(VersionRegistry.first(), claimed), 16)
                .collectList()
                .block();

        assertThat(replaced).hasSize(16).containsOnlyOnce(true);
    }

    @Test
    void whoSawAnEarlierCatalogueReplacesNothing() {
        var editions = editions();
        var next =
                VersionRegistry.first().claimed(VersionRegistry.first().newRebuild("here", NOW, Duration.ofMinutes(1)));
        var late =
                VersionRegistry.first().claimed(VersionRegistry.first().newRebuild("late", NOW, Duration.ofMinutes(1)));
        assertThat(editions.replace(VersionRegistry.first(), next).block()).isTrue();

        assertThat(editions.replace(VersionRegistry.first(), late).block()).isFalse();

        assertThat(editions.catalogue().block()).isEqualTo(next);
    }

    @Test
    void anEditionTakesUpSpaceUntilItIsDropped() {
        var editions = editions();
        var entry = new Entry(aPost().build(), null, NOW);
        assertThat(editions.entries("entries_1").save(entry).block()).isTrue();
        assertThat(editions.stored().collectList().block()).containsExactly("entries_1");

        editions.drop("entries_1").block();

        assertThat(editions.stored().collectList().block()).isEmpty();
        assertThat(editions.entries("entries_1")
                        .find(List.of(entry.id()))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void droppingWhatIsNotThereIsDone() {
        var editions = editions();

        editions.drop("entries_7").block();

        assertThat(editions.stored().collectList().block()).isEmpty();
    }

    @Test
    void editionsKnowNothingOfEachOther() {
        var editions = editions();
        var first = new Entry(aPost().build(), null, NOW);
        var second = new Entry(aPost().id(first.id()).revision(2).build(), null, NOW);
        assertThat(editions.entries("entries").save(first).block()).isTrue();
        assertThat(editions.entries("entries_1").save(second).block()).isTrue();

        assertThat(editions.entries("entries")
                        .find(List.of(first.id()))
                        .collectList()
                        .block())
                .containsExactly(first);
    }
}
