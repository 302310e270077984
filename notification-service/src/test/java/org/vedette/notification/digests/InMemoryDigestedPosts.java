package org.vedette.notification.digests;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link DigestedPosts} in memory. */
public final class InMemoryDigestedPosts implements DigestedPosts {

    private final Map<UUID, Row> rows = new ConcurrentHashMap<>();

    private record Row(ListedPost post, long revision, boolean listed) {}

    @Override
    public Mono<Void> list(DigestedPost post, Instant now) {
        return Mono.fromRunnable(() -> rows.merge(
                post.id(),
                new Row(new ListedPost(post, now), post.revision(), true),
                (known, added) -> revised(known, post)));
    }

    @Override
    public Mono<Void> revise(DigestedPost post) {
        return Mono.fromRunnable(() -> rows.computeIfPresent(post.id(), (id, known) -> revised(known, post)));
    }

    @Override
    public Mono<Void> hide(UUID post, long revision) {
        return Mono.fromRunnable(() -> rows.computeIfPresent(
                post, (id, known) -> known.revision() < revision ? new Row(known.post(), revision, false) : known));
    }

    @Override
    public Flux<UUID> listedBetween(Instant after, Instant until) {
        return Flux.fromStream(() -> rows.values().stream()
                .map(Row::post)
                .filter(listed ->
                        listed.listedAt().isAfter(after) && !listed.listedAt().isAfter(until))
                .sorted(Comparator.comparing(ListedPost::listedAt))
                .map(listed -> listed.post().id()));
    }

    @Override
    public Flux<ListedPost> listed(Collection<UUID> posts) {
        return Flux.fromStream(() -> rows.values().stream()
                .filter(row -> row.listed() && posts.contains(row.post().post().id()))
                .map(Row::post)
                .sorted(Comparator.comparing(
                                (ListedPost listed) -> listed.post().publishedAt())
                        .thenComparing(listed -> listed.post().id())
                        .reversed()));
    }

    private static Row revised(Row known, DigestedPost post) {
        return known.revision() < post.revision()
                ? new Row(new ListedPost(post, known.post().listedAt()), post.revision(), true)
                : known;
    }
}
