package org.vedette.feed.entries.updates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.GuaranteedSignal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The changes that wait for one subscriber, so that no subscriber waits for another and the timeline for none. A
 * subscriber that misses changes, because it is too slow or goes on failing, is rebuilt from all posts: not before the
 * burst is over, in which it would fall behind again.
 */
@MayBlock("its worker's own thread")
public final class SubscriberQueue {

    private static final Logger log = LoggerFactory.getLogger(SubscriberQueue.class);

    /** The posts of so many changes are in memory. */
    private static final int CAPACITY = 2_000;

    private static final int MAX_BATCH = 500;
    private static final int MAX_TRIES = 3;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration REBUILD_TIMEOUT = Duration.ofMinutes(30);

    /** A burst is over after this time without a change; also the pause between a failed rebuild and the next one. */
    private static final Duration QUIET_PERIOD = Duration.ofSeconds(5);

    /** Limits how long an outdated subscriber waits for a burst to end. */
    private static final Duration MAX_REBUILD_DELAY = Duration.ofMinutes(2);

    private final TimelineSubscriber subscriber;
    private final Supplier<Flux<ProjectedPost>> all;
    private final Clock clock;
    private final String name;
    private final BlockingQueue<TimelineChange> waiting = new ArrayBlockingQueue<>(CAPACITY);

    /** The changes being applied, again if they failed. Belongs to the worker. */
    private final List<TimelineChange> batch = new ArrayList<>(MAX_BATCH);

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicReference<@Nullable Rebuild> requested = new AtomicReference<>();
    private final AtomicBoolean rebuilding = new AtomicBoolean();

    /**
     * A rebuild that is requested.
     *
     * @param missedChanges whether changes were missed; more of them would only delay it
     * @param dueAt when it may begin
     * @param latestAt when it begins whatever goes on
     */
    private record Rebuild(boolean missedChanges, Instant dueAt, Instant latestAt) {

        boolean isDue(Instant now) {
            return !now.isBefore(dueAt) || !now.isBefore(latestAt);
        }

        Rebuild delayedTo(Instant later) {
            return new Rebuild(true, later, latestAt);
        }
    }

    /** @param all reads all posts, for a rebuild */
    public SubscriberQueue(TimelineSubscriber subscriber, Supplier<Flux<ProjectedPost>> all, Clock clock) {
        this.subscriber = subscriber;
        this.all = all;
        this.clock = clock;
        this.name = subscriber.getClass().getSimpleName();
    }

    void add(List<TimelineChange> changes) {
        for (var change : changes) {
            if (isMissingChanges() || !waiting.offer(change)) {
                missChanges("it is too slow");
                return;
            }
        }
    }

    /** Begins to rebuild the subscriber in the background, at once or after the rebuild under way. */
    public void requestRebuild() {
        var now = clock.instant();
        requested.set(new Rebuild(false, now, now));
        beginDueRebuild();
    }

    /**
     * Applies the changes that wait, and begins a rebuild that is due. Waits for half a second when there is nothing to
     * do; when it fails, the next call repeats the same changes.
     */
    public void run() throws InterruptedException {
        if (batch.isEmpty()) {
            take();
        }
        if (!batch.isEmpty()) {
            applyBatch();
        }
        beginDueRebuild();
    }

    private void beginDueRebuild() {
        var next = requested.get();
        if (next != null && next.isDue(clock.instant()) && rebuilding.compareAndSet(false, true)) {
            rebuild(next);
        }
    }

    private void take() throws InterruptedException {
        var first = waiting.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH - 1);
        }
    }

    private void applyBatch() {
        try {
            subscriber.apply(List.copyOf(batch)).block(TIMEOUT);
        } catch (RuntimeException | Error failure) {
            if (tries.incrementAndGet() < MAX_TRIES) {
                throw failure;
            }
            missChanges("it failed " + MAX_TRIES + " times: " + failure);
        }
        batch.clear();
        tries.set(0);
    }

    private boolean isMissingChanges() {
        var rebuild = requested.get();
        return rebuild != null && rebuild.missedChanges();
    }

    private void missChanges(String reason) {
        var now = clock.instant();
        var before = requested.getAndUpdate(rebuild -> rebuild == null || !rebuild.missedChanges()
                ? new Rebuild(true, now.plus(QUIET_PERIOD), now.plus(MAX_REBUILD_DELAY))
                : rebuild.delayedTo(now.plus(QUIET_PERIOD)));
        if (before == null || !before.missedChanges()) {
            // The rebuild reads them too; to apply them first would take processors from the burst.
            waiting.clear();
            log.warn(
                    "{} missed changes, because {}; it is rebuilt after {} without changes",
                    name,
                    reason,
                    QUIET_PERIOD);
        }
    }

    /**
     * Changes wait again from here on: what was missed is in the timeline. The posts are read only when the subscriber
     * asks for them, because from then on it applies changes to what it rebuilds.
     */
    private void rebuild(Rebuild begun) {
        requested.compareAndSet(begun, null);
        try {
            Mono.defer(() -> subscriber.rebuild(Flux.defer(all)))
                    .as(GuaranteedSignal.within(REBUILD_TIMEOUT))
                    .subscribeOn(Schedulers.boundedElastic())
                    .doFinally(end -> rebuilding.set(false))
                    .subscribe(nothing -> {}, this::repeatRebuild);
        } catch (Error noThread) {
            repeatRebuild(noThread);
            rebuilding.set(false);
        }
    }

    private void repeatRebuild(Throwable failure) {
        log.warn("Cannot rebuild {}; the next attempt begins in {}", name, QUIET_PERIOD, failure);
        var next = clock.instant().plus(QUIET_PERIOD);
        requested.compareAndSet(null, new Rebuild(false, next, next));
    }
}
