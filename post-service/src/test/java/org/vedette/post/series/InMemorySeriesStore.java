package org.vedette.post.series;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Series for tests; pass the same contract test as the store. */
public final class InMemorySeriesStore implements SeriesStore {

    private final Map<String, StoredSeries> series = new ConcurrentHashMap<>();

    @Override
    public Flux<StoredSeries> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(series.values())));
    }

    @Override
    public Mono<Boolean> add(StoredSeries added) {
        return Mono.fromSupplier(() -> series.putIfAbsent(added.series().slug(), added) == null);
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
