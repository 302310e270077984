package org.vedette.post.media;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A library in memory. */
public final class InMemoryMediaLibrary implements MediaLibrary {

    private final Map<MediaId, Media> all = new ConcurrentHashMap<>();

    @Override
    public Mono<Media> find(MediaId id) {
        return Mono.fromSupplier(() -> all.get(id));
    }

    @Override
    public Flux<Media> find(Collection<MediaId> ids) {
        return Flux.fromIterable(ids).concatMap(this::find);
    }

    @Override
    public Mono<Boolean> add(Media media) {
        return Mono.fromSupplier(() -> all.putIfAbsent(media.id(), media) == null);
    }

    @Override
    public Flux<Media> newest(@Nullable Position after, int limit) {
        return Flux.defer(() -> Flux.fromStream(all.values().stream()
                .sorted(Comparator.comparing(Position::of, Position.NEWEST_FIRST))
                .filter(media -> after == null || Position.NEWEST_FIRST.compare(Position.of(media), after) > 0)
                .limit(limit)));
    }

    @Override
    public Mono<Media> setAlt(MediaId id, String alt) {
        return Mono.fromSupplier(() -> all.computeIfPresent(id, (same, media) -> media.withAlt(alt)));
    }

    @Override
    public Mono<Boolean> remove(MediaId id) {
        return Mono.fromSupplier(() -> all.remove(id) != null);
    }
}
