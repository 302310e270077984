package org.vedette.feed.entries.updates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.ProjectedPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands changes to the followers, each on a thread of its own, so that none waits for another and the timeline for none.
 * A follower that falls too far behind, or fails again and again, begins anew with everything.
 */
public final class TimelineSubscribers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TimelineSubscribers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_FOR_EVERYTHING = Duration.ofMinutes(30);
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 500;
    private static final long LONG_PAUSE_MILLIS = 5_000;

    /** So that a blog that never rests is not searched in an old index for ever. */
    private static final int MOST_PAUSES = 24;

    /** Changes one follower may have before it; their entries are in memory. */
    private static final int MOST_WAITING = 2_000;

    /** Changes a follower is told of at once, however many wait. */
    private static final int MOST_AT_ONCE = 500;

    private final List<Line> lines;

    /** @param everything reads all there is, for who begins anew */
    public TimelineSubscribers(Collection<TimelineSubscriber> followers, Supplier<Flux<ProjectedPost>> everything) {
        this(followers, everything, Thread::sleep);
    }

    TimelineSubscribers(
            Collection<TimelineSubscriber> followers, Supplier<Flux<ProjectedPost>> everything, Pause pause) {
        this.lines = followers.stream()
                .map(follower -> new Line(follower, everything, pause))
                .toList();
    }

    void follow(List<TimelineChange> changes) {
        lines.forEach(line -> line.add(new Waiting(changes, false)));
    }

    void recall(List<TimelineChange> earlier) {
        lines.forEach(line -> line.add(new Waiting(earlier, true)));
    }

    /** Returns at once; the followers read everything in the background, and go on following meanwhile. */
    public void rebuildAll() {
        lines.forEach(Line::beginAnew);
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
    }

    /** How time is let pass. */
    interface Pause {
        void last(long millis) throws InterruptedException;
    }

    /**
     * Changes one follower has before it.
     *
     * @param recalled whether it is to recall them, and not to follow
     */
    private record Waiting(List<TimelineChange> changes, boolean recalled) {

        boolean goesWith(Waiting before, int taken) {
            return recalled == before.recalled && taken + changes.size() <= MOST_AT_ONCE;
        }
    }

    /** What one follower has before it. */
    private static final class Line {

        private final TimelineSubscriber follower;
        private final Supplier<Flux<ProjectedPost>> everything;
        private final Pause pause;
        private final String name;
        private final ExecutorService inOrder;
        private final ExecutorService background;
        private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicBoolean anew = new AtomicBoolean();

        /** It is going to read everything: more changes would only keep it, and the store, from that. */
        private final AtomicBoolean behind = new AtomicBoolean();

        /** More changes came while it was behind. */
        private final AtomicBoolean rush = new AtomicBoolean();

        Line(TimelineSubscriber follower, Supplier<Flux<ProjectedPost>> everything, Pause pause) {
            this.follower = follower;
            this.everything = everything;
            this.pause = pause;
            this.name = follower.getClass().getSimpleName();
            this.inOrder = Executors.newSingleThreadExecutor(task -> new Thread(task, "follow-" + name));
            this.background = Executors.newSingleThreadExecutor(task -> new Thread(task, "begin-anew-" + name));
        }

        void add(Waiting next) {
            var size = next.changes().size();
            if (size == 0) {
                return;
            }
            if (behind.get()) {
                rush.set(true);
            } else if (waiting.addAndGet(size) > MOST_WAITING) {
                waiting.addAndGet(-size);
                behind.set(true);
                heal();
            } else {
                queue.add(next);
                execute(inOrder, this::takeNext);
            }
        }

        void beginAnew() {
            if (anew.compareAndSet(false, true)) {
                execute(background, this::readEverything);
            }
        }

        private void heal() {
            if (!isClosed() && anew.compareAndSet(false, true)) {
                log.warn("{} missed changes and begins anew when no more come", name);
                execute(background, this::awaitCalm);
                execute(background, this::readEverything);
            }
        }

        /** Whoever was too slow would be again while the rush lasts. */
        private void awaitCalm() {
            var left = MOST_PAUSES;
            do {
                rush.set(false);
                pause(LONG_PAUSE_MILLIS);
                left--;
            } while (rush.get() && left > 0 && !isClosed());
        }

        /** With what came meanwhile: the further behind a follower is, the fewer steps it takes for each change. */
        private void takeNext() {
            var first = queue.poll();
            if (first == null) {
                return;
            }
            var changes = new ArrayList<>(first.changes());
            for (var next = queue.peek(); next != null && next.goesWith(first, changes.size()); next = queue.peek()) {
                changes.addAll(queue.remove().changes());
            }
            take(() -> first.recalled() ? follower.replay(changes) : follower.apply(changes));
            waiting.addAndGet(-changes.size());
        }

        private void take(Supplier<Mono<Void>> taking) {
            for (var attempt = 1; attempt <= TRIES && !isClosed(); attempt++) {
                if (succeeds(taking, PATIENCE)) {
                    return;
                }
                pause(PAUSE_MILLIS * attempt);
            }
            heal();
        }

        /** A wish to begin anew that comes while this reads is fulfilled after it. What was not told is in the timeline. */
        private void readEverything() {
            anew.set(false);
            behind.set(false);
            while (!isClosed() && !succeeds(() -> follower.rebuild(everything.get()), PATIENCE_FOR_EVERYTHING)) {
                pause(LONG_PAUSE_MILLIS);
            }
        }

        private boolean succeeds(Supplier<Mono<Void>> work, Duration patience) {
            try {
                Mono.defer(work).block(patience);
                return true;
            } catch (RuntimeException failure) {
                if (!isClosed()) {
                    log.warn("{} could not take over what changed: {}", name, failure.toString());
                }
                return false;
            }
        }

        private boolean isClosed() {
            return inOrder.isShutdown();
        }

        private static void execute(ExecutorService thread, Runnable task) {
            try {
                thread.execute(task);
            } catch (RejectedExecutionException closed) {
                log.debug("Nothing is followed any more");
            }
        }

        private void pause(long millis) {
            try {
                pause.last(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void close() {
            inOrder.shutdownNow();
            background.shutdownNow();
        }
    }
}
