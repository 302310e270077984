package org.vedette.post.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends what waits in the outboxes, on a thread of its own: a post that was just written at once, everything else when
 * it sweeps. The events of one post leave in order, whichever replicas send them, and one leaves its outbox only after
 * it was sent.
 */
public final class OutboxRelay implements OutboxSignal, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int POSTS_PER_SWEEP = 200;
    private static final int POSTS_AT_ONCE = 16;
    private static final Duration ROUND = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the events of a claimed post may go on being sent. */
    private static final Duration SENDING = Duration.ofSeconds(3);

    /** By how much the clocks of two replicas may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);

    private static final UUID NOBODY = new UUID(0, 0);

    private final Outbox outbox;
    private final EventChannel channel;
    private final Clock clock;
    private final Duration sweepEvery;
    private final UUID owner;
    private final BlockingQueue<UUID> woken = new LinkedBlockingQueue<>(10_000);
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private final AtomicBoolean trouble = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread thread = new Thread(this::run, "outbox-relay");

    /** @param owner identity of this relay among those of all replicas */
    public OutboxRelay(Outbox outbox, EventChannel channel, Clock clock, Duration sweepEvery, UUID owner) {
        this.outbox = outbox;
        this.channel = channel;
        this.clock = clock;
        this.sweepEvery = sweepEvery;
        this.owner = owner;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void wake(UUID postId) {
        if (!woken.offer(postId)) {
            log.debug("Too many posts to wake for {}; the sweep will find it", postId);
        }
    }

    /** How long the oldest event waited when the relay last looked; empty when none did. */
    public Optional<Duration> oldestWait() {
        return Optional.ofNullable(oldest.get()).map(at -> Duration.between(at, clock.instant()));
    }

    /** Waits for the round at hand. What waits after it is sent by another replica, or after the next start. */
    @Override
    public void close() {
        open.set(false);
        wake(NOBODY);
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void run() {
        long nextSweep = System.nanoTime();
        while (open.get() && !Thread.currentThread().isInterrupted()) {
            relay(wokenUntil(nextSweep));
            if (System.nanoTime() - nextSweep >= 0) {
                sweep();
                nextSweep = System.nanoTime() + sweepEvery.toNanos();
            }
        }
    }

    private Set<UUID> wokenUntil(long deadline) {
        Set<UUID> posts = new HashSet<>();
        try {
            UUID first = woken.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (first != null) {
                posts.add(first);
                woken.drainTo(posts);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return posts;
    }

    /** Leaves the newest events alone: the replica that wrote them is sending them now. */
    private void sweep() {
        try {
            List<Backlog> backlog = outbox.backlog(POSTS_PER_SWEEP)
                    .collectList()
                    .blockOptional(ROUND)
                    .orElseThrow();
            oldest.set(backlog.stream()
                    .map(Backlog::since)
                    .min(Comparator.naturalOrder())
                    .orElse(null));
            if (backlog.isEmpty()) {
                recovered();
            }
            Instant settled = clock.instant().minus(sweepEvery);
            relay(backlog.stream()
                    .filter(post -> !post.since().isAfter(settled))
                    .map(Backlog::postId)
                    .collect(Collectors.toSet()));
        } catch (RuntimeException unreadable) {
            troubled("The outboxes cannot be read", unreadable);
        }
    }

    private void relay(Set<UUID> posts) {
        try {
            Flux.fromIterable(posts).flatMap(this::relay, POSTS_AT_ONCE).then().block(ROUND);
        } catch (RuntimeException unfinished) {
            troubled("A round did not finish", unfinished);
        }
    }

    private Mono<Void> relay(UUID post) {
        return Mono.defer(() -> relay(post, claim())).onErrorResume(failure -> {
            troubled("Events of post " + post + " wait in its outbox", failure);
            return Mono.empty();
        });
    }

    /** Outlasts whatever is sent under it, lest another relay's newer event be overtaken by one of ours. */
    private Claim claim() {
        Instant now = clock.instant();
        Duration lease = SENDING.plus(channel.longestSend()).plus(CLOCKS_DIFFER);
        return new Claim(owner, now, now.plus(lease));
    }

    /** A failed send is over as well, so the claim is given back either way: any replica may try next. */
    private Mono<Void> relay(UUID post, Claim claim) {
        Mono<Void> release = outbox.release(post, claim);
        return outbox.claim(post, claim)
                .collectList()
                .filter(events -> !events.isEmpty())
                .flatMap(events -> sendInTime(events, claim)
                        .onErrorResume(failure -> release.onErrorComplete().then(Mono.error(failure)))
                        .then(release));
    }

    private Mono<Void> sendInTime(List<WaitingEvent> events, Claim claim) {
        Instant last = claim.from().plus(SENDING);
        return Flux.fromIterable(events)
                .concatMap(event -> clock.instant().isAfter(last) ? Mono.empty() : send(event))
                .then();
    }

    private Mono<Void> send(WaitingEvent event) {
        return channel.send(event).then(outbox.remove(event)).doOnSuccess(sent -> recovered());
    }

    /** An outage is one line in the log, however often it is met. */
    private void troubled(String what, Throwable why) {
        if (trouble.compareAndSet(false, true)) {
            log.warn(
                    "{}, will try again every {} ms: {}",
                    what,
                    sweepEvery.toMillis(),
                    root(why).toString());
        } else {
            log.debug("{} still: {}", what, why.toString());
        }
    }

    private static Throwable root(Throwable error) {
        return error.getCause() == null ? error : root(error.getCause());
    }

    private void recovered() {
        if (trouble.compareAndSet(true, false)) {
            log.info("The outboxes are read, and their events leave, again");
        }
    }
}
