package org.vedette.feed.entries;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries in a map, for tests; they can be made unavailable. */
public final class InMemoryEntries implements WritableEntries {

    private final Map<UUID, ProjectedPost> stored = new ConcurrentHashMap<>();
    private final AtomicLong delayMillis = new AtomicLong();
    private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public void fail() {
        failWith(new EntriesUnavailableException(new IllegalStateException("unavailable")));
    }

    public void failWith(Throwable cause) {
        failure.set(cause);
    }

    /** Removes an entry, as a store does that came back from an older backup. */
    public void lose(UUID id) {
        stored.remove(id);
    }

    /** Lets every reading of the positions take some time. */
    public void slowDown(Duration time) {
        delayMillis.set(time.toMillis());
    }

    /** Leaves an entry in the store and makes it unreadable. */
    public void damage(UUID id) {
        unreadable.add(id);
    }

    public void recover() {
        failure.set(null);
    }

    @Override
    public Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected) {
        return Mono.fromCallable(() -> projected.stream()
                .filter(each -> available().merge(each.id(), each, InMemoryEntries::newer) == each)
                .map(ProjectedPost::id)
                .collect(Collectors.toSet()));
    }

    @Override
    public Flux<ProjectedPost> find(Collection<UUID> ids) {
        return Flux.defer(() -> Flux.fromStream(
                        ids.stream().distinct().filter(available()::containsKey).map(stored::get)))
                .filter(post -> !unreadable.contains(post.id()));
    }

    @Override
    public Flux<ProjectedPost> get(Collection<UUID> ids) {
        return Flux.defer(() -> available().keySet().containsAll(ids)
                ? find(ids)
                : Flux.error(new EntriesUnavailableException("the entries lack one of " + ids)));
    }

    @Override
    public Flux<EntrySummary> summaries(Collection<UUID> ids) {
        return get(ids).ofType(Entry.class).map(Entry::toSummary);
    }

    @Override
    public Flux<Position> positions() {
        return Flux.defer(() -> {
            var positions = Flux.fromStream(available().values().stream().map(ProjectedPost::position));
            return delayMillis.get() == 0
                    ? positions
                    : positions.delaySubscription(Duration.ofMillis(delayMillis.get()));
        });
    }

    public Flux<ProjectedPost> all() {
        return Flux.defer(() -> Flux.fromIterable(available().values()));
    }

    /** Loads a timeline with what is stored. */
    public void loadInto(CurrentTimeline timeline) {
        timeline.load(
                "entries",
                Timeline.of(available().values().stream()
                        .map(ProjectedPost::position)
                        .toList()));
    }

    private Map<UUID, ProjectedPost> available() {
        var cause = failure.get();
        if (cause != null) {
            throw Exceptions.propagate(cause);
        }
        return stored;
    }

    private static ProjectedPost newer(ProjectedPost stored, ProjectedPost other) {
        return other.revision() > stored.revision() ? other : stored;
    }
}
