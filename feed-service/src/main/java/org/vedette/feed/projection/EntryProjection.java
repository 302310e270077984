package org.vedette.feed.projection;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.FeedChangePublisher;
import org.vedette.feed.entries.ReceivedEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Projects post events into the entries of every version in use; doing so again, or late, changes nothing. */
public final class EntryProjection {

    private final ProjectionVersions versions;
    private final FeedChangePublisher changes;

    /** What this instance has recorded in each version, of which the store must not know less. */
    private final ConcurrentMap<String, Map<Integer, Long>> recorded = new ConcurrentHashMap<>();

    public EntryProjection(ProjectionVersions versions, FeedChangePublisher changes) {
        this.versions = versions;
        this.changes = changes;
    }

    /**
     * Saves what events say, tells every instance, and records how far the topic is projected.
     *
     * <p>A repeated event is published too: the instance that saved it first may have died before it could publish it.
     *
     * @param next the offset of the next event, by partition
     * @return the number of posts of which an event brought something newer to the version that is served
     */
    public Mono<Integer> project(Collection<ReceivedEvent> events, Map<Integer, Long> next) {
        return versions.registry().flatMap(registry -> project(events, next, registry));
    }

    private Mono<Integer> project(Collection<ReceivedEvent> events, Map<Integer, Long> next, VersionRegistry registry) {
        var targets = registry.writeTargets();
        return markIncomplete(targets, next.keySet())
                .then(save(events, targets, registry.current()))
                .flatMap(saved ->
                        publish(events).then(recordOffsets(targets, next)).thenReturn(saved.size()));
    }

    /**
     * Marks versions that lost events, before others are saved there and their offsets raised: afterwards nothing would
     * tell such a version from a complete one.
     */
    private Mono<Void> markIncomplete(List<String> targets, Set<Integer> partitions) {
        return versions.offsets(targets)
                .map(stored -> targets.stream()
                        .filter(version -> isIncomplete(version, stored.get(version), partitions))
                        .toList())
                .filter(incomplete -> !incomplete.isEmpty())
                .flatMap(versions::markIncomplete);
    }

    /** Compares the partitions of one batch only: a concurrent batch may have recorded the others meanwhile. */
    private boolean isIncomplete(String version, @Nullable ProjectedOffsets stored, Set<Integer> partitions) {
        if (stored == null) {
            return true;
        }
        var expected = new HashMap<>(recorded.getOrDefault(version, Map.of()));
        expected.keySet().retainAll(partitions);
        return stored.isBehind(expected);
    }

    private Mono<Void> recordOffsets(List<String> targets, Map<Integer, Long> next) {
        return versions.raiseOffsets(targets, next)
                .doOnSuccess(raised -> targets.forEach(
                        version -> recorded.computeIfAbsent(version, unknown -> new ConcurrentHashMap<>())
                                .putAll(next)));
    }

    /**
     * Saves in the newest version first, which an instance may cut over to after it saw the change in an older one.
     * Returns what was newer in the current version.
     */
    private Mono<Set<UUID>> save(Collection<ReceivedEvent> events, List<String> targets, String current) {
        var posts = events.stream().map(ReceivedEvent::post).toList();
        return posts.isEmpty()
                ? Mono.just(Set.of())
                : Flux.fromIterable(targets)
                        .concatMap(version ->
                                versions.entries(version).save(posts).filter(saved -> version.equals(current)))
                        .single();
    }

    private Mono<Void> publish(Collection<ReceivedEvent> events) {
        return events.isEmpty() ? Mono.empty() : changes.publish(changeOfEachPost(events));
    }

    private static List<FeedChange> changeOfEachPost(Collection<ReceivedEvent> events) {
        return List.copyOf(events.stream()
                .map(ReceivedEvent::change)
                .collect(toMap(FeedChange::postId, Function.identity(), FeedChange::merge))
                .values());
    }
}
