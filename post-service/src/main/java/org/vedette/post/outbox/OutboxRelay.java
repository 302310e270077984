package org.vedette.post.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Relays pending events to the broker, on a thread of its own: those of a post that was just written at once, all others
 * by a periodic sweep. The events of one post are sent in order, whichever replica sends them, and an event is removed
 * from its outbox only after it was sent.
 */
public final class OutboxRelay implements OutboxSignal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MAX_SIGNALS = 10_000;
    private static final int POSTS_PER_SWEEP = 200;
    private static final int CONCURRENCY = 16;
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);
    private static final UUID NO_POST = new UUID(0, 0);

    private final Outbox outbox;
    private final OutboxSender sender;
    private final Clock clock;
    private final Duration sweepInterval;
    private final BlockingQueue<UUID> signals = new LinkedBlockingQueue<>(MAX_SIGNALS);
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::run, "outbox-relay");

    /** The posts whose last attempt failed; used by the relay's thread only. */
    private final Set<UUID> failed = new HashSet<>();

    /** @param owner identity of this relay among those of all replicas */
    public OutboxRelay(Outbox outbox, EventPublisher publisher, Clock clock, Duration sweepInterval, UUID owner) {
        this.outbox = outbox;
        this.sender = new OutboxSender(outbox, publisher, clock, owner);
        this.clock = clock;
        this.sweepInterval = sweepInterval;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void wake(UUID postId) {
        if (!signals.offer(postId)) {
            log.debug("Dropped the signal of post {}: {} are waiting; the next sweep finds it", postId, MAX_SIGNALS);
        }
    }

    /** How long the oldest pending event had waited at the last sweep; empty when there was none. */
    public Optional<Duration> oldestWait() {
        return Optional.ofNullable(oldest.get()).map(at -> Duration.between(at, clock.instant()));
    }

    /** Waits for the current round. Another replica, or the next start, sends the events that are left. */
    @Override
    public void close() {
        open.set(false);
        wake(NO_POST);
        try {
            thread.join(SHUTDOWN_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        var nextSweep = System.nanoTime();
        while (open.get() && !Thread.currentThread().isInterrupted()) {
            relay(awaitSignals(nextSweep));
            if (System.nanoTime() - nextSweep >= 0) {
                sweep();
                nextSweep = System.nanoTime() + sweepInterval.toNanos();
            }
        }
    }

    private Set<UUID> awaitSignals(long deadline) {
        var posts = new HashSet<UUID>();
        try {
            var first = signals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (first != null) {
                posts.add(first);
                signals.drainTo(posts);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return posts;
    }

    private void sweep() {
        try {
            var pending =
                    outbox.pending().collectList().blockOptional(ROUND_TIMEOUT).orElseThrow();
            oldest.set(pending.stream()
                    .map(PendingPost::oldest)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null));
            if (pending.isEmpty()) {
                reportRecovery();
            }
            relay(due(pending));
        } catch (RuntimeException unreadable) {
            reportFailure("Cannot read the outboxes", unreadable);
        }
    }

    /**
     * The posts to relay in this sweep: the longest waiting first, but those that failed before only after the others, so
     * that no number of posts that always fail keeps the rest from being sent. An empty outbox is due too: claiming and
     * releasing it removes its mark. The newest events are not due, because the replica that stored them is sending them.
     */
    private List<UUID> due(List<PendingPost> pending) {
        var latest = clock.instant().minus(sweepInterval);
        return pending.stream()
                .filter(post -> post.oldest() == null || !post.oldest().isAfter(latest))
                .sorted(Comparator.<PendingPost, Boolean>comparing(post -> failed.contains(post.postId()))
                        .thenComparing(PendingPost::oldest, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(POSTS_PER_SWEEP)
                .map(PendingPost::postId)
                .toList();
    }

    private void relay(Collection<UUID> posts) {
        failed.removeAll(posts);
        try {
            Flux.fromIterable(posts)
                    .flatMap(this::relay, CONCURRENCY)
                    .collectList()
                    .blockOptional(ROUND_TIMEOUT)
                    .ifPresent(failed::addAll);
        } catch (RuntimeException unfinished) {
            reportFailure("A relay round of " + posts.size() + " posts did not complete", unfinished);
        }
    }

    /** Signals the post when it failed, and nothing when its events were sent. */
    private Mono<UUID> relay(UUID postId) {
        return sender.send(postId)
                .doOnNext(sent -> {
                    if (sent > 0) {
                        reportRecovery();
                    }
                })
                .then(Mono.<UUID>empty())
                .onErrorResume(failure -> {
                    reportFailure("Cannot send the events of post " + postId + ", which stay in its outbox", failure);
                    return Mono.just(postId);
                });
    }

    /** Logs one warning per outage. */
    private void reportFailure(String failure, Throwable cause) {
        if (failing.compareAndSet(false, true)) {
            log.warn("{}; retrying every {} ms", failure, sweepInterval.toMillis(), cause);
        } else {
            log.debug("{}: {}", failure, cause.toString());
        }
    }

    private void reportRecovery() {
        if (failing.compareAndSet(true, false)) {
            log.info("The outboxes can be read and their events are sent again");
        }
    }
}
