package org.vedette.post.outbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Outages;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Relays pending events to the broker: those of a post that was just written at once, all others by a periodic sweep. The
 * events of one post are sent in order, whichever replica sends them, and an event is removed from its outbox only after
 * it was sent. A worker runs each of the two tasks; a task that fails is run again.
 */
@MayBlock("the thread of each of its two workers")
public final class OutboxRelay implements OutboxSignal {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MAX_SIGNALS = 10_000;
    private static final int POSTS_PER_SWEEP = 200;
    private static final int CONCURRENCY = 16;
    private static final Duration SIGNAL_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    /** While the broker is unavailable each post takes seconds to fail. */
    private static final Duration ROUND_TIMEOUT = Duration.ofMinutes(5);

    private static final UUID NO_POST = new UUID(0, 0);

    private final Outbox outbox;
    private final OutboxSender sender;
    private final Clock clock;
    private final Duration sweepInterval;
    private final BlockingQueue<UUID> signals = new LinkedBlockingQueue<>(MAX_SIGNALS);
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private final AtomicInteger pendingPosts = new AtomicInteger();
    private final AtomicLong sentEvents = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();

    /** The posts that failed in the sweep before; used by the sweeping thread only. */
    private final Set<UUID> failedPosts = new HashSet<>();

    /** @param owner identity of this relay among those of all replicas */
    public OutboxRelay(Outbox outbox, EventPublisher publisher, Clock clock, Duration sweepInterval, UUID owner) {
        this.outbox = outbox;
        this.sender = new OutboxSender(outbox, publisher, clock, owner);
        this.clock = clock;
        this.sweepInterval = sweepInterval;
    }

    @Override
    public void wake(UUID postId) {
        if (!signals.offer(postId)) {
            log.debug("Dropped the signal of post {}: {} are waiting; the next sweep finds it", postId, MAX_SIGNALS);
        }
    }

    /** Makes {@link #relaySignalled} return soon. */
    public void stopWaiting() {
        wake(NO_POST);
    }

    /** How long the oldest pending event had waited at the last sweep; empty when there was none. */
    public Optional<Duration> oldestWait() {
        return Optional.ofNullable(oldest.get()).map(at -> Duration.between(at, clock.instant()));
    }

    /** How many posts had pending events at the last sweep. */
    public int pendingPosts() {
        return pendingPosts.get();
    }

    /** How many events this relay has sent. */
    public long sentEvents() {
        return sentEvents.get();
    }

    /** Waits for signals, for a second at most, and sends the events of their posts. */
    public void relaySignalled() throws InterruptedException {
        var first = signals.poll(SIGNAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            var posts = new HashSet<>(Set.of(first));
            signals.drainTo(posts);
            posts.remove(NO_POST);
            relay(posts);
        }
    }

    /** Sends events that no signal led to, or that could not be sent before. */
    public void sweep() {
        var pending = outbox.pending().collectList().blockOptional(READ_TIMEOUT).orElseThrow();
        pendingPosts.set(pending.size());
        oldest.set(pending.stream()
                .map(PendingPost::oldest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null));
        if (pending.isEmpty()) {
            reportRecovery();
        }
        var failed = relay(due(pending));
        failedPosts.clear();
        failedPosts.addAll(failed);
    }

    /**
     * The posts to relay in this sweep: the longest waiting first, but those that failed before only after the others, so
     * that posts that always fail do not keep the rest from being sent. An empty outbox is due too: claiming and releasing
     * it removes its mark. The newest events are not due, because the replica that stored them is sending them.
     */
    private List<UUID> due(List<PendingPost> pending) {
        var latest = clock.instant().minus(sweepInterval);
        return pending.stream()
                .filter(post -> post.oldest() == null || !post.oldest().isAfter(latest))
                .sorted(Comparator.<PendingPost, Boolean>comparing(post -> failedPosts.contains(post.postId()))
                        .thenComparing(PendingPost::oldest, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(POSTS_PER_SWEEP)
                .map(PendingPost::postId)
                .toList();
    }

    /** Returns the posts whose events could not be sent; the sweep retries them in any case. */
    @CanIgnoreReturnValue
    private List<UUID> relay(Collection<UUID> posts) {
        return Flux.fromIterable(posts)
                .flatMap(this::relay, CONCURRENCY)
                .collectList()
                .blockOptional(ROUND_TIMEOUT)
                .orElseThrow();
    }

    /** Emits the post when its events could not be sent. */
    private Mono<UUID> relay(UUID postId) {
        return sender.send(postId)
                .doOnNext(sent -> {
                    if (sent > 0) {
                        sentEvents.addAndGet(sent);
                        reportRecovery();
                    }
                })
                .then(Mono.<UUID>empty())
                .onErrorResume(failure -> {
                    reportFailure(postId, failure);
                    return Mono.just(postId);
                });
    }

    /** Logs one warning per outage. */
    private void reportFailure(UUID postId, Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            log.warn(
                    "Cannot send the events of post {}; they stay in its outbox and are retried every {} ms: {}",
                    postId,
                    sweepInterval.toMillis(),
                    Outages.describe(failure),
                    Outages.isOutage(failure) ? null : failure);
        } else {
            log.debug("Cannot send the events of post {}: {}", postId, failure.toString());
        }
    }

    private void reportRecovery() {
        if (failing.compareAndSet(true, false)) {
            log.info("Events are sent again");
        }
    }
}
