package org.vedette.feed.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * The streams of live events that are open on this instance, and the recent events for clients that resume.
 *
 * <p>No client misses an event unknowingly: one that is too slow is disconnected and resumes from its last event, one that
 * was disconnected for too long is told so.
 */
public final class LiveStreams implements TimelineSubscriber {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final int MAX_RECENT_EVENTS = 1_000;
    private static final int MAX_UNREAD_EVENTS = 64;

    private final SseWriter writer;
    private final CurrentTimeline timeline;
    private final int maxStreams;
    private final RecentEvents recent = new RecentEvents(MAX_RECENT_EVENTS);
    private final StateIds states = new StateIds();
    private final Set<Sinks.Many<byte[]>> streams = new HashSet<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Whether a rebuild is news: the first one, which follows the load of the timeline, only for clients before it. */
    @GuardedBy("this")
    private boolean resyncsOnRebuild;

    /** @param maxStreams streams that may be open on this instance */
    public LiveStreams(SseWriter writer, CurrentTimeline timeline, int maxStreams) {
        this.writer = writer;
        this.timeline = timeline;
        this.maxStreams = maxStreams;
    }

    @Override
    public Mono<Void> apply(List<TimelineChange> changes) {
        return Mono.fromRunnable(() -> changes.forEach(this::apply));
    }

    /**
     * The timeline was replaced, or changes were missed: every client has to read the list again. Only what the first
     * timeline contains is no news, for clients that came after it was loaded.
     */
    @Override
    public Mono<Void> rebuild(Flux<ProjectedPost> all) {
        return Mono.fromRunnable(this::resync);
    }

    /**
     * Opens a stream: a welcome, what the client missed, and everything from now on.
     *
     * @param lastId the last id the client was sent; null when it comes for the first time
     * @param newestPost when the newest post was published that the client knows; null when it does not say
     * @throws RequestRejectedException when there are too many streams, or the instance is stopping
     */
    public Flux<byte[]> open(@Nullable Long lastId, @Nullable Instant newestPost) {
        return Flux.defer(() -> join(lastId, newestPost));
    }

    /** Sends every client a comment. */
    public void sendHeartbeat() {
        send(writer.heartbeat());
    }

    public synchronized int size() {
        return streams.size();
    }

    /** Allows streams (again). */
    public void start() {
        closed.set(false);
    }

    /** Ends all streams; the clients connect to another instance. */
    public synchronized void close() {
        closed.set(true);
        List.copyOf(streams).forEach(Sinks.Many::tryEmitComplete);
        streams.clear();
    }

    /** An event that cannot be written is left out, so that it keeps nobody from the others. */
    private void apply(TimelineChange change) {
        if (change.post() instanceof Tombstone withdrawn) {
            forget(withdrawn);
        }
        try {
            add(new SseEvent(change.offset(), change.post().id(), bytes(change)), change);
        } catch (RuntimeException damaged) {
            log.warn("Post {} is left out of the live events", change.post().id(), damaged);
        }
    }

    /** Of a restricted post clients are told no more than that they have to read the list again. */
    private byte[] bytes(TimelineChange change) {
        return change.post().isRestricted() ? writer.resync(change.offset()) : writer.change(change);
    }

    private synchronized void forget(Tombstone withdrawn) {
        recent.remove(withdrawn.id());
    }

    private synchronized void add(SseEvent event, TimelineChange change) {
        recent.add(event);
        if (!change.precedesLoad()) {
            send(event.bytes());
        }
    }

    private synchronized void resync() {
        if (resyncsOnRebuild) {
            var id = currentId();
            recent.clear();
            send(writer.resync(id));
        }
        resyncsOnRebuild = true;
    }

    /** A client that has not read what it was sent before is disconnected; it will resume from there. */
    private synchronized void send(byte[] bytes) {
        streams.removeIf(stream -> {
            var isTooSlow = stream.tryEmitNext(bytes).isFailure();
            if (isTooSlow) {
                stream.tryEmitComplete();
            }
            return isTooSlow;
        });
    }

    private synchronized Flux<byte[]> join(@Nullable Long lastId, @Nullable Instant newestPost) {
        if (closed.get()) {
            return Flux.error(RequestRejectedException.unavailable(
                    "live-closed", "This instance is stopping. Connect again at once."));
        }
        if (streams.size() >= maxStreams) {
            return Flux.error(RequestRejectedException.unavailable(
                    "live-full", "Too many listeners are connected. Try again later, or poll a feed instead."));
        }
        Sinks.Many<byte[]> stream =
                Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MAX_UNREAD_EVENTS));
        streams.add(stream);
        resyncsOnRebuild |= !timeline.isLoaded();
        return Flux.fromIterable(lastId == null ? first(newestPost) : resumed(lastId))
                .concatWith(stream.asFlux())
                .doFinally(end -> leave(stream));
    }

    /**
     * The timeline contains a post before its event is sent, so no post is missed between what a page shows, this check and
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
                ? List.of(writer.welcome(OptionalLong.empty()), writer.resync(currentId()))
                : List.of(writer.welcome(OptionalLong.of(currentId())));
    }

    /** A client that resumes gets no id first: disconnected again at once, it must still ask for all that it missed. */
    private List<byte[]> resumed(long lastId) {
        var welcome = writer.welcome(OptionalLong.empty());
        if (recent.latest().isEmpty() && lastId == currentId()) {
            return List.of(welcome);
        }
        return recent.after(lastId)
                .map(missed ->
                        Stream.concat(Stream.of(welcome), missed.stream()).toList())
                .orElseGet(() -> List.of(welcome, writer.resync(currentId())));
    }

    /** The id of a client that knows everything: of the latest event, or where none is remembered, of this state. */
    private long currentId() {
        return recent.latest().orElseGet(() -> states.of(timeline.get()));
    }

    private synchronized void leave(Sinks.Many<byte[]> stream) {
        streams.remove(stream);
    }
}
