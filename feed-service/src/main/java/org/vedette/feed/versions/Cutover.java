package org.vedette.feed.versions;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves this instance on to another edition, without a moment in which a reader sees less than before: the new timeline
 * is complete, and as new as the one that is served, when it takes its place.
 */
public final class Cutover {

    private static final int AT_ONCE = 100;

    private final ProjectionVersions editions;
    private final ServedEntries entries;
    private final CurrentTimeline timeline;

    public Cutover(ProjectionVersions editions, ServedEntries entries, CurrentTimeline timeline) {
        this.editions = editions;
        this.entries = entries;
        this.timeline = timeline;
    }

    /** Whether this instance serves another edition than it should. */
    boolean isDue(VersionRegistry catalogue) {
        return timeline.isLoaded()
                && entries.edition()
                        .filter(served -> !served.equals(catalogue.current()))
                        .isPresent();
    }

    /** Serves an edition from now on. */
    Mono<Void> moveTo(String edition) {
        return editions.entries(edition)
                .positions()
                .collectList()
                .map(Timeline::of)
                .doOnNext(loaded -> entries.serve(edition))
                .flatMap(loaded -> catchUp(edition, loaded));
    }

    /** Changes go on while this reads, so it looks again until nothing came in between. */
    private Mono<Void> catchUp(String edition, Timeline loaded) {
        return Mono.defer(() -> {
            var served = timeline.get();
            return newer(edition, behind(loaded, served))
                    .map(loaded::with)
                    .flatMap(next -> timeline.replace(served, next) ? Mono.empty() : catchUp(edition, next));
        });
    }

    private Mono<List<Position>> newer(String edition, Collection<UUID> ids) {
        return Flux.fromIterable(ids)
                .buffer(AT_ONCE)
                .concatMap(some -> editions.entries(edition).find(some))
                .map(ProjectedPost::position)
                .collectList();
    }

    private static List<UUID> behind(Timeline loaded, Timeline served) {
        return served.all()
                .filter(position -> loaded.find(position.id())
                        .filter(known -> known.revision() >= position.revision())
                        .isEmpty())
                .map(Position::id)
                .toList();
    }
}
