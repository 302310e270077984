package org.vedette.feed.editions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.InMemoryEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Editions in maps, for tests. */
final class InMemoryEditions implements Editions {

    private final Map<String, InMemoryEntries> stored = new ConcurrentHashMap<>();
    private final AtomicReference<Catalogue> catalogue = new AtomicReference<>(Catalogue.first());

    @Override
    public Mono<Catalogue> catalogue() {
        return Mono.fromSupplier(catalogue::get);
    }

    @Override
    public Mono<Boolean> replace(Catalogue before, Catalogue next) {
        return Mono.fromSupplier(
                () -> before.equals(catalogue.getAndUpdate(now -> now.version() == before.version() ? next : now)));
    }

    @Override
    public Entries entries(String edition) {
        return stored.computeIfAbsent(edition, name -> new InMemoryEntries());
    }

    @Override
    public Flux<String> stored() {
        return Flux.defer(() -> Flux.fromIterable(stored.keySet()));
    }

    @Override
    public Mono<Void> drop(String edition) {
        return Mono.fromRunnable(() -> stored.remove(edition));
    }
}
