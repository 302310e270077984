package org.vedette.feed.versions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.InMemoryEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** ProjectionVersions in maps, for tests. */
final class InMemoryProjectionVersions implements ProjectionVersions {

    private final Map<String, InMemoryEntries> stored = new ConcurrentHashMap<>();
    private final AtomicReference<VersionRegistry> catalogue = new AtomicReference<>(VersionRegistry.first());

    @Override
    public Mono<VersionRegistry> catalogue() {
        return Mono.fromSupplier(catalogue::get);
    }

    @Override
    public Mono<Boolean> replace(VersionRegistry before, VersionRegistry next) {
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
