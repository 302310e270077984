package org.vedette.post.series;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.requests.Person;
import org.vedette.post.series.SeriesException.SeriesExistsException;
import org.vedette.post.series.SeriesException.SeriesInUseException;
import org.vedette.post.series.SeriesException.SeriesNotFoundException;
import org.vedette.post.series.SeriesException.StaleSeriesException;
import org.vedette.post.series.SeriesException.TooManySeriesException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and changes the series of the site. Those of the settings are there from the start; later the store has the word. */
public final class SeriesService {

    private static final Logger audit = LoggerFactory.getLogger("org.vedette.post.audit");
    private static final int MAX = 200;

    private final SeriesStore store;
    private final SeriesRegistry registry;
    private final SeriesUsage usage;
    private final List<Series> configured;
    private final Clock clock;

    /** @param configured the series that are to be there from the start */
    public SeriesService(
            SeriesStore store, SeriesRegistry registry, SeriesUsage usage, List<Series> configured, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.usage = usage;
        this.configured = List.copyOf(configured);
        this.clock = clock;
    }

    /** All series in the order of lists. Whoever reads them updates the registry of this instance. */
    public Mono<List<StoredSeries>> all() {
        return store.all()
                .collectSortedList(Comparator.comparingLong(StoredSeries::position)
                        .thenComparing(stored -> stored.series().slug()))
                .flatMap(this::withConfigured)
                .doOnNext(all ->
                        registry.replace(all.stream().map(StoredSeries::series).toList()));
    }

    /** Adds those of the settings to the store when they are missing there. */
    private Mono<List<StoredSeries>> withConfigured(List<StoredSeries> stored) {
        var missing = IntStream.range(0, configured.size())
                .mapToObj(index -> StoredSeries.first(configured.get(index), index))
                .filter(each -> stored.stream()
                        .noneMatch(other ->
                                other.series().slug().equals(each.series().slug())))
                .toList();
        return missing.isEmpty() ? Mono.just(stored) : addUnlessDeleted(missing, stored);
    }

    private Mono<List<StoredSeries>> addUnlessDeleted(List<StoredSeries> missing, List<StoredSeries> stored) {
        return store.deleted()
                .collectList()
                .map(deleted -> missing.stream()
                        .filter(each -> !deleted.contains(each.series().slug()))
                        .toList())
                .flatMap(added -> added.isEmpty()
                        ? Mono.just(stored)
                        : Flux.fromIterable(added).concatMap(store::add).then(Mono.defer(this::all)));
    }

    /** How many posts belong to a series, in any state. */
    public Mono<Long> posts(String slug) {
        return usage.posts(slug);
    }

    /**
     * Deletes a series without posts.
     *
     * @param expected the revision that is deleted; null for the current one
     * @param by who asks, for the log
     */
    public Mono<Void> delete(String slug, @Nullable Long expected, Person by) {
        return find(slug)
                .flatMap(stored -> expected == null || expected == stored.revision()
                        ? usage.posts(slug).flatMap(posts -> delete(stored, posts))
                        : Mono.error(new StaleSeriesException(stored.revision())))
                .then(Mono.defer(this::all))
                .doOnNext(all -> audit.info("Series {} deleted by {}", slug, by))
                .then();
    }

    private Mono<Boolean> delete(StoredSeries stored, long posts) {
        return posts > 0
                ? Mono.error(new SeriesInUseException(posts))
                : store.delete(stored)
                        .filter(deleted -> deleted)
                        .switchIfEmpty(Mono.error(() -> new StaleSeriesException(stored.revision() + 1)));
    }

    /** Signals a {@code SeriesNotFoundException} when there is none. */
    public Mono<StoredSeries> find(String slug) {
        return all().flatMapIterable(all -> all)
                .filter(stored -> stored.series().slug().equals(slug))
                .next()
                .switchIfEmpty(Mono.error(SeriesNotFoundException::new));
    }

    public Mono<StoredSeries> create(Series series) {
        return all().flatMap(all -> {
            if (all.size() >= MAX) {
                return Mono.error(new TooManySeriesException(MAX));
            }
            return add(StoredSeries.first(series, position(clock.instant())));
        });
    }

    /** Behind those of the settings, in the order of their creation. */
    private static long position(Instant now) {
        return now.toEpochMilli();
    }

    private Mono<StoredSeries> add(StoredSeries created) {
        return store.add(created)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(
                        () -> new SeriesExistsException(created.series().slug())))
                .then(all())
                .thenReturn(created);
    }

    /**
     * Changes a series; a change that changes nothing makes no revision.
     *
     * @param expected the revision that is changed
     */
    public Mono<StoredSeries> change(Series series, long expected) {
        return find(series.slug()).flatMap(stored -> {
            if (stored.revision() != expected) {
                return Mono.error(new StaleSeriesException(stored.revision()));
            }
            return series.equals(stored.series())
                    ? Mono.just(stored)
                    : replace(stored.changed(series, clock.instant()));
        });
    }

    /**
     * Restores a series of an export, with its former titles; one that is here and was never changed becomes it.
     *
     * @return false, and nothing is written, when it is here as it is
     */
    public Mono<Boolean> restore(StoredSeries restored) {
        return all().flatMap(all -> all.stream()
                .filter(stored ->
                        stored.series().slug().equals(restored.series().slug()))
                .findFirst()
                .map(stored -> isUntouched(stored, restored)
                        ? store.replace(stored.revision(), restored)
                        : requireSame(stored, restored))
                .orElseGet(() -> all.size() < MAX ? store.add(restored) : Mono.error(new TooManySeriesException(MAX)))
                .flatMap(isNew -> all().thenReturn(isNew)));
    }

    /** Whether a series would be restored; signals what {@link #restore} would signal. */
    public Mono<Boolean> checkRestore(StoredSeries restored) {
        return all().flatMap(all -> all.stream()
                .filter(stored ->
                        stored.series().slug().equals(restored.series().slug()))
                .findFirst()
                .map(stored -> isUntouched(stored, restored) ? Mono.just(true) : requireSame(stored, restored))
                .orElseGet(() -> all.size() < MAX ? Mono.just(true) : Mono.error(new TooManySeriesException(MAX))));
    }

    private static boolean isUntouched(StoredSeries stored, StoredSeries restored) {
        return stored.revision() == 1 && !stored.equals(restored);
    }

    private static Mono<Boolean> requireSame(StoredSeries stored, StoredSeries restored) {
        return stored.equals(restored)
                ? Mono.just(false)
                : Mono.error(new SeriesExistsException(stored.series().slug()));
    }

    private Mono<StoredSeries> replace(StoredSeries changed) {
        return store.replace(changed.revision() - 1, changed)
                .filter(replaced -> replaced)
                .switchIfEmpty(Mono.error(() -> new StaleSeriesException(changed.revision())))
                .then(all())
                .thenReturn(changed);
    }
}
