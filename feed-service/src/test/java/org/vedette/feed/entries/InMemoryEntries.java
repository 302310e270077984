package org.vedette.feed.entries;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries in a map, for tests; they can be put out of reach. */
public final class InMemoryEntries implements Entries {

    private final Map<UUID, ProjectedPost> kept = new ConcurrentHashMap<>();
    private final AtomicBoolean away = new AtomicBoolean();

    public void goAway() {
        away.set(true);
    }

    public void comeBack() {
        away.set(false);
    }

    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
        return Mono.fromCallable(() -> projected.stream()
                .filter(each -> reached().merge(each.id(), each, InMemoryEntries::newer) == each)
                .map(ProjectedPost::id)
                .collect(Collectors.toSet()));
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return Flux.defer(() -> Flux.fromStream(
                ids.stream().distinct().filter(reached()::containsKey).map(kept::get)));
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return find(ids).ofType(Entry.class).map(Entry::toSummary);
    }

    @Override
    public Flux<Position> positions() {
        return Flux.defer(() -> Flux.fromStream(reached().values().stream().map(ProjectedPost::position)));
    }

    public Flux<ProjectedPost> everything() {
        return Flux.defer(() -> Flux.fromIterable(reached().values()));
    }

    private Map<UUID, ProjectedPost> reached() {
        if (away.get()) {
            throw new EntriesUnavailableException(new IllegalStateException("away"));
        }
        return kept;
    }

    private static ProjectedPost newer(ProjectedPost kept, ProjectedPost other) {
        return other.revision() > kept.revision() ? other : kept;
    }
}
