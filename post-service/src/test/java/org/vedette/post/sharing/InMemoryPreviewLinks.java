package org.vedette.post.sharing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Links for tests; pass the same contract test as the store. */
public final class InMemoryPreviewLinks implements PreviewLinks {

    private final Map<UUID, PreviewLink> links = new ConcurrentHashMap<>();

    @Override
    public Flux<PreviewLink> of(PostId post) {
        return Flux.fromIterable(links.values())
                .filter(link -> link.post().equals(post))
                .sort(Comparator.comparing(PreviewLink::createdAt).reversed());
    }

    @Override
    public Mono<PreviewLink> find(String secretHash) {
        return Flux.fromIterable(links.values())
                .filter(link -> link.secretHash().equals(secretHash))
                .next();
    }

    @Override
    public Mono<Void> add(PreviewLink link) {
        return Mono.fromRunnable(() -> links.put(link.id(), link));
    }

    @Override
    public Mono<Boolean> delete(PostId post, UUID link) {
        return Mono.fromSupplier(() -> links.values()
                .removeIf(each -> each.id().equals(link) && each.post().equals(post)));
    }

    @Override
    public Mono<Void> deleteExpired(PostId post, Instant now) {
        return Mono.fromRunnable(
                () -> links.values().removeIf(link -> link.post().equals(post) && link.isExpired(now)));
    }

    @Override
    public Mono<Void> deleteAll(PostId post) {
        return Mono.fromRunnable(
                () -> links.values().removeIf(link -> link.post().equals(post)));
    }
}
