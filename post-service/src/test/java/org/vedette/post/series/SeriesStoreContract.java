package org.vedette.post.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.post.requests.Person;
import org.vedette.post.series.SeriesException.StaleSeriesException;
import org.vedette.post.series.StoredSeries.FormerTitle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract of {@link SeriesStore}, and of the service on top of it. */
public abstract class SeriesStoreContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00.123Z");

    private final String slug = "s-" + UUID.randomUUID();

    protected abstract SeriesStore store();

    @Test
    void aSeriesIsFoundAsItWasAddedAndItsSlugIsTakenOnce() {
        var series = new StoredSeries(
                new Series(slug, "Weekly", Cadence.WEEKLY, "What was seen.", true),
                3,
                7,
                List.of(new FormerTitle("Earlier", THEN)));

        assertThat(store().add(series).block(TIMEOUT)).isTrue();
        assertThat(store().add(StoredSeries.first(series.series(), 1)).block(TIMEOUT))
                .isFalse();

        assertThat(all()).contains(series);
    }

    @Test
    void onlyTheCurrentRevisionIsReplaced() {
        var first = StoredSeries.first(new Series(slug, "Weekly", Cadence.WEEKLY), 1);
        assertThat(store().add(first).block(TIMEOUT)).isTrue();
        var second = first.changed(new Series(slug, "Weekly Brief", Cadence.DAILY), THEN);

        assertThat(store().replace(1, second).block(TIMEOUT)).isTrue();
        assertThat(store().replace(1, second).block(TIMEOUT)).isFalse();

        assertThat(all()).contains(second);
        assertThat(second.formerTitles()).containsExactly(new FormerTitle("Weekly", THEN));
    }

    @Test
    void theSeriesOfTheSettingsAreThereFromTheStartAndStayAsTheyWereChanged() {
        var configured = List.of(
                new Series(slug + "-b", "Second", Cadence.WEEKLY), new Series(slug + "-a", "First", Cadence.WEEKLY));
        var registry = new SeriesRegistry(List.of());
        var service = new SeriesService(
                store(), registry, noPosts -> Mono.just(0L), configured, Clock.fixed(THEN, ZoneOffset.UTC));

        var names = Flux.range(0, 3)
                .flatMap(instance -> service.all())
                .map(all -> all.stream()
                        .map(stored -> stored.series().slug())
                        .filter(each -> each.startsWith(slug))
                        .toList())
                .collectList()
                .block(TIMEOUT);
        var renamed = service.change(new Series(slug + "-b", "Renamed", Cadence.WEEKLY), 1)
                .then(service.find(slug + "-b"))
                .blockOptional(TIMEOUT);

        assertThat(names).containsOnly(List.of(slug + "-b", slug + "-a"));
        assertThat(renamed.orElseThrow().series().title()).isEqualTo("Renamed");
        assertThat(registry.find(slug + "-b")).map(Series::title).contains("Renamed");
    }

    @Test
    void aSeriesThatWasDeletedIsNotBroughtBackByTheSettingsButByAnEditor() {
        var configured = new Series(slug, "Weekly", Cadence.WEEKLY);
        var service = new SeriesService(
                store(),
                new SeriesRegistry(List.of()),
                noPosts -> Mono.just(0L),
                List.of(configured),
                Clock.fixed(THEN, ZoneOffset.UTC));
        var ada = new Person("ada", "Ada Example");

        assertThatThrownBy(() -> service.delete(slug, 7L, ada).block(TIMEOUT)).isInstanceOf(StaleSeriesException.class);
        service.delete(slug, 1L, ada).block(TIMEOUT);
        var afterwards = service.all().blockOptional(TIMEOUT).orElseThrow();
        var created = service.create(configured).blockOptional(TIMEOUT).orElseThrow();

        assertThat(afterwards).noneMatch(stored -> stored.series().slug().equals(slug));
        assertThat(created.revision()).isEqualTo(1);
        assertThat(all()).contains(created);
        assertThat(store().delete(created.changed(new Series(slug, "Other", Cadence.DAILY), THEN))
                        .block(TIMEOUT))
                .isFalse();
    }

    private List<StoredSeries> all() {
        return store().all().collectList().blockOptional(TIMEOUT).orElseThrow();
    }
}
