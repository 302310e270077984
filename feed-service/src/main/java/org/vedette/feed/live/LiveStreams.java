package org.vedette.feed.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.updates.TimelineChange;
import org.vedette.feed.entries.updates.TimelineSubscriber;
import org.vedette.feed.serving.RequestRejectedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Everybody who listens on this instance, and the recent past for those who come back.
 *
 * <p>Nobody misses an event unknowingly: who is too slow is cut off and resumes from where it was, who was away for too
 * long is told so.
 */
public final class LiveStreams implements TimelineSubscriber {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private static final int REMEMBERED = 1_000;
    private static final int UNREAD = 64;

    private final LiveFormat format;
    private final CurrentTimeline timeline;
    private final int maxStreams;
    private final RecentEvents recent = new RecentEvents(REMEMBERED);
    private final StateMarks marks = new StateMarks();
    private final Set<Sinks.Many<byte[]>> audience = new HashSet<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param maxStreams listeners this instance takes at a time */
    public LiveStreams(LiveFormat format, CurrentTimeline timeline, int maxStreams) {
        this.format = format;
        this.timeline = timeline;
        this.maxStreams = maxStreams;
    }

    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        return Mono.fromRunnable(() -> {
            told.set(true);
            tell(frames(changes), withdrawn(changes));
        });
    }

    @Override
    public Mono<Void> replay(List<TimelineChange> earlier) {
        return Mono.fromRunnable(() -> remember(frames(earlier), withdrawn(earlier)));
    }

    /** Changes were missed: whoever listens, or comes back, has to look for itself. At the start there was nothing to miss. */
    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> everything) {
        return Mono.fromRunnable(this::forgetEverything);
    }

    /**
     * What a listener receives, ready to be sent: a welcome, what it missed, and everything from now on.
     *
     * @param lastPlace the last id it was sent; null when it comes for the first time
     * @param newestPost when the newest post was published of which it knows otherwise; null when it does not say
     * @throws RequestRejectedException when there are too many listeners, or no more events from here
     */
    public Flux<byte[]> listen(@Nullable Long lastPlace, @Nullable Instant newestPost) {
        return Flux.defer(() -> join(lastPlace, newestPost));
    }

    /** Says nothing to everybody. */
    public void beat() {
        send(format.heartbeat());
    }

    public synchronized int size() {
        return audience.size();
    }

    /** Sends everybody away, to come back elsewhere. */
    public synchronized void close() {
        closed.set(true);
        List.copyOf(audience).forEach(Sinks.Many::tryEmitComplete);
        audience.clear();
    }

    private List<Frame> frames(Collection<TimelineChange> changes) {
        return changes.stream().flatMap(this::frame).toList();
    }

    /** What cannot be told is left out, so that it keeps nobody from the rest. */
    private Stream<Frame> frame(TimelineChange change) {
        try {
            var event = LiveEvent.of(change);
            return Stream.of(new Frame(event.place(), event.post().id(), format.event(event)));
        } catch (RuntimeException broken) {
            log.warn("Listeners are not told of post {}: {}", change.post().id(), broken.toString());
            return Stream.empty();
        }
    }

    private synchronized void remember(List<Frame> frames, Set<UUID> withdrawn) {
        withdrawn.forEach(recent::forget);
        frames.forEach(recent::add);
    }

    private synchronized void tell(List<Frame> frames, Set<UUID> withdrawn) {
        remember(frames, withdrawn);
        frames.forEach(frame -> send(frame.bytes()));
    }

    /** Posts that are gone by now. */
    private static Set<UUID> withdrawn(Collection<TimelineChange> changes) {
        return changes.stream()
                .map(TimelineChange::post)
                .filter(Tombstone.class::isInstance)
                .map(ProjectedPost::id)
                .collect(Collectors.toSet());
    }

    private synchronized void forgetEverything() {
        if (told.get()) {
            var here = here();
            recent.clear();
            send(format.resync(here));
        }
    }

    /** Who has not read what it was sent before is cut off; it will come back and ask for what it missed. */
    private synchronized void send(byte[] bytes) {
        audience.removeIf(listener -> {
            var tooSlow = listener.tryEmitNext(bytes).isFailure();
            if (tooSlow) {
                var unused = listener.tryEmitComplete();
            }
            return tooSlow;
        });
    }

    private synchronized Flux<byte[]> join(@Nullable Long lastPlace, @Nullable Instant newestPost) {
        if (closed.get()) {
            return Flux.error(RequestRejectedException.unavailable(
                    "live-closed", "This instance is stopping. Connect again at once."));
        }
        if (audience.size() >= maxStreams) {
            return Flux.error(RequestRejectedException.unavailable(
                    "live-full", "Too many listeners are connected. Try again later, or poll a feed instead."));
        }
        Sinks.Many<byte[]> listener = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(UNREAD));
        audience.add(listener);
        return Flux.fromIterable(lastPlace == null ? first(newestPost) : resumed(lastPlace))
                .concatWith(listener.asFlux())
                .doFinally(gone -> leave(listener));
    }

    /**
     * The timeline has a post before listeners are told of it, so nothing falls between what a page shows, this look and
     * the first event.
     */
    private List<byte[]> first(@Nullable Instant newestPost) {
        var isBehind = newestPost != null
                && timeline.get()
                        .posts()
                        .first()
                        .filter(post -> post.sortKey().at().isAfter(newestPost))
                        .isPresent();
        return isBehind
                ? List.of(format.welcome(OptionalLong.empty()), format.resync(here()))
                : List.of(format.welcome(OptionalLong.of(here())));
    }

    /** Who resumes is told no place first: cut off again at once, it must still ask for all that it missed. */
    private List<byte[]> resumed(long lastPlace) {
        var welcome = format.welcome(OptionalLong.empty());
        if (recent.latest().isEmpty() && lastPlace == here()) {
            return List.of(welcome);
        }
        return recent.after(lastPlace)
                .map(missed ->
                        Stream.concat(Stream.of(welcome), missed.stream()).toList())
                .orElseGet(() -> List.of(welcome, format.resync(here())));
    }

    /** Where a listener stands that knows everything: at the latest event, or where none is remembered, at this state. */
    private long here() {
        return recent.latest().orElseGet(() -> marks.of(timeline.get()));
    }

    private synchronized void leave(Sinks.Many<byte[]> listener) {
        audience.remove(listener);
    }
}
