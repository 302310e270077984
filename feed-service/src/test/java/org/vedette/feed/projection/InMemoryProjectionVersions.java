package org.vedette.feed.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.vedette.feed.entries.InMemoryEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Projection versions in maps, for tests. */
public final class InMemoryProjectionVersions implements ProjectionVersions {

    private final Map<String, InMemoryEntries> stored = new ConcurrentHashMap<>();
    private final Map<String, ProjectedOffsets> offsets = new ConcurrentHashMap<>();
    private final AtomicReference<VersionRegistry> registry = new AtomicReference<>(VersionRegistry.first());

    @Override
    public Mono<VersionRegistry> registry() {
        return Mono.fromSupplier(registry::get);
    }

    @Override
    public Mono<Boolean> replace(VersionRegistry before, VersionRegistry next) {
        return Mono.fromSupplier(
                () -> before.equals(registry.getAndUpdate(now -> now.revision() == before.revision() ? next : now)));
    }

    @Override
    public InMemoryEntries entries(String version) {
        return stored.computeIfAbsent(version, name -> new InMemoryEntries());
    }

    @Override
    public Flux<String> stored() {
        return Flux.defer(() -> Flux.fromIterable(stored.keySet()));
    }

    @Override
    public Mono<Void> drop(String version) {
        return Mono.fromRunnable(() -> {
            stored.remove(version);
            offsets.remove(version);
        });
    }

    @Override
    public Mono<Map<String, ProjectedOffsets>> offsets(Collection<String> versions) {
        return Mono.fromSupplier(() -> {
            var recorded = new HashMap<>(offsets);
            recorded.keySet().retainAll(versions);
            return recorded;
        });
    }

    @Override
    public Mono<Void> markIncomplete(Collection<String> versions) {
        return Mono.fromRunnable(() -> versions.forEach(version -> offsets.merge(
                version,
                new ProjectedOffsets(Map.of(), true),
                (recorded, mark) -> new ProjectedOffsets(recorded.next(), true))));
    }

    @Override
    public Mono<Void> recordOffsets(String version, Map<Integer, Long> next) {
        return Mono.fromRunnable(() ->
                offsets.merge(version, new ProjectedOffsets(next, false), (recorded, same) -> raised(recorded, next)));
    }

    @Override
    public Mono<Void> raiseOffsets(Collection<String> versions, Map<Integer, Long> next) {
        return Mono.fromRunnable(() -> versions.forEach(
                version -> offsets.computeIfPresent(version, (same, recorded) -> raised(recorded, next))));
    }

    /** Replaces the offsets of a version, as a backup does. */
    public void restore(String version, Map<Integer, Long> next) {
        offsets.put(version, new ProjectedOffsets(next, false));
    }

    /** Loses everything, as a store does that comes back empty. */
    public void lose() {
        stored.clear();
        offsets.clear();
        registry.set(VersionRegistry.first());
    }

    private static ProjectedOffsets raised(ProjectedOffsets recorded, Map<Integer, Long> next) {
        var raised = new HashMap<>(recorded.next());
        next.forEach((partition, offset) -> raised.merge(partition, offset, Math::max));
        return new ProjectedOffsets(raised, recorded.incomplete());
    }
}
