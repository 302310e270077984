package org.vedette.post.series;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Series for tests; pass the same contract test as the store. */
public final class InMemorySeriesStore implements SeriesStore {

    private final Map<String, StoredSeries> series = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    @Override
    public Flux<StoredSeries> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(series.values())));
    }

    @Override
    public Flux<String> deleted() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(deleted)));
    }

    @Override
    public Mono<Boolean> delete(StoredSeries current) {
        return Mono.fromSupplier(() -> series.remove(current.series().slug(), current)
                && deleted.add(current.series().slug()));
    }

    @Override
    public Mono<Boolean> add(StoredSeries added) {
        return Mono.fromSupplier(() -> {
            var isNew = series.putIfAbsent(added.series().slug(), added) == null;
            if (isNew) {
                deleted.remove(added.series().slug());
            }
            return isNew;
        });
    }

    @Override
    public Mono<Boolean> replace(long revision, StoredSeries changed) {
        return Mono.fromSupplier(() -> {
            var slug = changed.series().slug();
            var before = series.get(slug);
            return before != null && before.revision() == revision && series.replace(slug, before, changed);
        });
    }
}
