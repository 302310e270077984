package org.vedette.feed.versions;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The entries of the edition that this instance serves. What is kept is kept in every edition that is in use. */
public final class ServedEntries implements Entries {

    private final ProjectionVersions editions;
    private final AtomicReference<@Nullable String> served = new AtomicReference<>();

    public ServedEntries(ProjectionVersions editions) {
        this.editions = editions;
    }

    /** The edition that is served; empty before anything was read. */
    public Optional<String> edition() {
        return Optional.ofNullable(served.get());
    }

    void serve(String edition) {
        served.set(edition);
    }

    /** An instance sees a change in an older edition no sooner than in a newer one, which it may move on to. */
    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
        return editions.catalogue()
                .flatMapIterable(VersionRegistry::written)
                .concatMap(edition -> editions.entries(edition).save(projected))
                .last();
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return entries().flatMapMany(entries -> entries.find(ids));
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return entries().flatMapMany(entries -> entries.summaries(ids));
    }

    @Override
    public Flux<Position> positions() {
        return entries().flatMapMany(Entries::positions);
    }

    private Mono<Entries> entries() {
        return Mono.justOrEmpty(edition())
                .switchIfEmpty(Mono.defer(this::choose))
                .map(editions::entries);
    }

    private Mono<String> choose() {
        return editions.catalogue().map(VersionRegistry::current).map(current -> {
            var unused = served.compareAndSet(null, current);
            return edition().orElse(current);
        });
    }
}
