package org.vedette.feed.projection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.updates.TimelineLoader;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes this instance serve the version that is current: at the start, and after a rebuild.
 *
 * <p>A cutover leaves no moment in which a reader sees less than before: the new timeline is complete, and as new as the
 * one that is served, when the two change places together with their versions. A cutover that fails before that changed
 * nothing, and the next check of the registry repeats it.
 */
public final class Cutover implements TimelineLoader {

    private static final Logger log = LoggerFactory.getLogger(Cutover.class);
    private static final int READ_AT_ONCE = 100;

    private final ProjectionVersions versions;
    private final CurrentTimeline timeline;
    private final TimelineSubscribers subscribers;

    public Cutover(ProjectionVersions versions, CurrentTimeline timeline, TimelineSubscribers subscribers) {
        this.versions = versions;
        this.timeline = timeline;
        this.subscribers = subscribers;
    }

    /** Loads the timeline of the current version; everything that is kept equal to the timeline is rebuilt. */
    @Override
    public Mono<Void> load() {
        return versions.registry()
                .map(VersionRegistry::current)
                .flatMap(version -> read(version).doOnNext(loaded -> timeline.load(version, loaded)))
                .doOnNext(loaded -> {
                    log.info("Loaded the timeline: {} posts", loaded.size());
                    subscribers.rebuildAll();
                })
                .then();
    }

    /**
     * Cuts over to the current version, unless this instance serves it already or has not loaded its timeline yet. No
     * cutover leads back to the first version: where that is current again, the store has lost its registry, and what this
     * instance knows is better than an empty version.
     */
    Mono<Void> cutOverTo(VersionRegistry registry) {
        return Mono.justOrEmpty(timeline.version())
                .filter(served -> !served.equals(registry.current()))
                .filter(served -> !registry.current().equals(VersionRegistry.FIRST_VERSION))
                .flatMap(served -> cutOver(served, registry.current()));
    }

    private Mono<Void> cutOver(String from, String to) {
        log.info("Cutting over from projection version {} to {}", from, to);
        return read(to).flatMap(loaded -> catchUp(to, loaded)).then(Mono.fromRunnable(() -> {
            subscribers.rebuildAll();
            log.info("Serving projection version {}", to);
        }));
    }

    private Mono<Timeline> read(String version) {
        return versions.entries(version).positions().collectList().map(Timeline::of);
    }

    /** Changes go on while this reads, so it repeats until none came in between. */
    private Mono<Void> catchUp(String version, Timeline loaded) {
        return Mono.defer(() -> {
            var served = timeline.get();
            return newer(version, behind(loaded, served))
                    .map(loaded::with)
                    .flatMap(next -> timeline.replace(served, version, next) ? Mono.empty() : catchUp(version, next));
        });
    }

    private Mono<List<Position>> newer(String version, Collection<UUID> ids) {
        return Flux.fromIterable(ids)
                .buffer(READ_AT_ONCE)
                .concatMap(some -> versions.entries(version).find(some))
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
