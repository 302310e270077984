package org.vedette.feed.entries;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The timeline of this instance, which follows the store. One caller at a time may load or refresh it. */
public final class CurrentTimeline {

    /** Of entries of the largest size even these few are much to hold. */
    private static final int AT_ONCE = 100;

    private final Entries entries;
    private final AtomicReference<Timeline> current = new AtomicReference<>(Timeline.EMPTY);
    private final AtomicBoolean loaded = new AtomicBoolean();

    public CurrentTimeline(Entries entries) {
        this.entries = entries;
    }

    /** The newest state this instance knows; complete once {@link #isLoaded()}. */
    public Timeline get() {
        return Objects.requireNonNull(current.get());
    }

    public boolean isLoaded() {
        return loaded.get();
    }

    /** Reads the whole order from the store. */
    public Mono<Void> load() {
        return entries.positions().collectList().map(this::replace).then();
    }

    /**
     * Everything there is now, as the store has it, in no order and a few at a time: asked for by identity, so that no
     * store has to go through all it has at once while pages wait for it.
     */
    public Flux<ProjectedPost> everything() {
        return Flux.defer(() -> Flux.fromStream(get().all().map(Position::id)))
                .buffer(AT_ONCE)
                .concatMap(ids -> entries.find(ids).collectList())
                .flatMapIterable(found -> found, 1);
    }

    /** Goes on with another state; false when the one it was made from is not the newest any more. */
    public boolean replace(Timeline before, Timeline next) {
        return current.compareAndSet(before, next);
    }

    /** Takes over what was read from the store. */
    public Timeline include(Collection<? extends ProjectedPost> read) {
        var positions = read.stream().map(ProjectedPost::position).toList();
        return current.updateAndGet(timeline -> timeline.with(positions));
    }

    /** Whether the timeline has this revision of a post, or a later one. */
    public boolean has(ProjectedPost projected) {
        return get().find(projected.id())
                .filter(known -> known.revision() >= projected.revision())
                .isPresent();
    }

    private Timeline replace(List<Position> positions) {
        var timeline = Timeline.of(positions);
        current.set(timeline);
        loaded.set(true);
        return timeline;
    }
}
