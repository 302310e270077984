package org.vedette.feed.versions.messaging;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vedette.feed.FeedServiceProperties;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.versions.ClaimLost;
import org.vedette.feed.versions.Rebuild;
import org.vedette.feed.versions.RebuildService;
import org.vedette.feed.versions.Rebuilds;
import reactor.core.publisher.Mono;

/** Rebuilds on a thread of its own: reads the topic of the posts, writes, says how far it is. */
@Component
class RebuildRelay implements Rebuilds, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildRelay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COMPARISON_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 1_000;

    /** A store that is away for longer ends a rebuild. */
    private static final int TRIES = 300;

    private final RebuildService service;
    private final TopicReplays replays;
    private final boolean onStart;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "rebuild"));
    private final AtomicBoolean running = new AtomicBoolean();

    RebuildRelay(RebuildService service, TopicReplays replays, FeedServiceProperties settings) {
        this.service = service;
        this.replays = replays;
        this.onStart = settings.rebuildOnStart();
    }

    @Override
    public Mono<Rebuild> start(boolean evenIfPostsAreMissing) {
        return service.claim().doOnNext(claim -> thread.execute(() -> rebuild(claim, evenIfPostsAreMissing)));
    }

    @Override
    public void start() {
        running.set(true);
        if (onStart) {
            thread.execute(this::rebuildAtTheStart);
        }
    }

    /** A rebuild that is stopped is over, and the next one begins afresh. */
    @Override
    public void stop() {
        running.set(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Also where an instance that died holds a claim still: until that ends, and it is ours. */
    private void rebuildAtTheStart() {
        while (running.get()) {
            try {
                var claim = service.claim().blockOptional(PATIENCE);
                if (claim.isPresent()) {
                    rebuild(claim.get(), false);
                    return;
                }
            } catch (RuntimeException notNow) {
                log.warn("The read model cannot be rebuilt yet: {}", notNow.toString());
            }
            pause();
        }
    }

    private void rebuild(Rebuild claim, boolean evenIfPostsAreMissing) {
        log.info("Rebuilding {} from the topic", claim.edition());
        try {
            var read = readEverything(claim);
            var unused = again(service.complete(read, evenIfPostsAreMissing), COMPARISON_PATIENCE);
        } catch (ClaimLost lost) {
            log.warn("{}", lost.getMessage());
            discard(claim);
        } catch (RuntimeException failure) {
            log.warn("The rebuild of {} failed", claim.edition(), failure);
            giveUp(claim, failure);
        }
    }

    /** The claim is written by now, so the end that is looked up here lies behind whatever was not written twice. */
    private Rebuild readEverything(Rebuild claim) {
        var current = claim;
        try (var replay = replays.begin()) {
            while (!replay.isComplete()) {
                var batch = replay.next();
                if (!batch.isEmpty()) {
                    var unused = again(service.save(current, batch), PATIENCE);
                }
                if (replay.isWorthTelling()) {
                    current = again(service.renew(current, replay.progress()), PATIENCE);
                }
                stopIfAsked();
            }
            return again(service.renew(current, replay.progress()), PATIENCE);
        }
    }

    private void giveUp(Rebuild claim, RuntimeException failure) {
        try {
            var unused =
                    service.fail(claim, String.valueOf(failure.getMessage())).block(PATIENCE);
        } catch (RuntimeException notNow) {
            log.warn("Its claim ends by itself: {}", notNow.toString());
        }
    }

    private void discard(Rebuild claim) {
        try {
            service.discard(claim).block(PATIENCE);
        } catch (RuntimeException notNow) {
            log.warn("The next rebuild will drop {}: {}", claim.edition(), notNow.toString());
        }
    }

    /** A store that is away is waited for; the claim may be lost meanwhile, which the next renewal tells. */
    private <T> T again(Mono<T> work, Duration patience) {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.blockOptional(patience).orElseThrow();
            } catch (EntriesUnavailableException away) {
                if (attempt == TRIES) {
                    throw away;
                }
                stopIfAsked();
                pause();
            }
        }
    }

    private void stopIfAsked() {
        if (!running.get()) {
            throw new IllegalStateException("the instance was stopped");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
