package org.vedette.feed.projection.messaging;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.projection.Rebuild;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.projection.RebuildService;
import org.vedette.feed.projection.RebuildService.LeaseLostException;
import org.vedette.feed.projection.RebuildService.Task;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/** Rebuilds in the background: reads the topic of the posts, saves the posts, and publishes the progress. */
@Component
@MayBlock("its worker's own thread")
public class RebuildWorker {

    private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration COMPARISON_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration RENEWAL_INTERVAL = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 1_000;

    /** A store that is unavailable for longer ends a rebuild. */
    private static final int MAX_TRIES = 300;

    private final RebuildService service;
    private final ConsumerFactory<String, byte[]> consumers;
    private final PostEventReader reader;
    private final Clock clock;
    private final AtomicBoolean stopped = new AtomicBoolean();

    RebuildWorker(
            RebuildService service, ConsumerFactory<String, byte[]> consumers, PostEventReader reader, Clock clock) {
        this.service = service;
        this.consumers = consumers;
        this.reader = reader;
        this.clock = clock;
    }

    /** Starts a rebuild, or fails while another one is running. */
    public void startNow(MissingPosts missingPosts) {
        var rebuild = service.start(missingPosts).blockOptional(TIMEOUT);
        if (rebuild.isEmpty()) {
            throw new IllegalStateException("another rebuild is running");
        }
    }

    /** Does the next rebuild that was started on this instance, if there is one. */
    public void runNext() throws InterruptedException {
        var task = service.nextTask();
        if (task.isPresent()) {
            rebuild(task.get());
        }
    }

    /** Allows rebuilds (again). */
    public void start() {
        stopped.set(false);
    }

    /** Ends the rebuild under way as failed; the next one starts from the beginning. */
    public void stop() {
        stopped.set(true);
    }

    private void rebuild(Task task) throws InterruptedException {
        var rebuild = task.rebuild();
        log.info("Rebuilding projection version {} from the topic", rebuild.version());
        try (var replay = TopicReplay.begin(consumers, reader)) {
            var read = saveAll(rebuild, replay);
            repeat(service.complete(read, replay.ends(), task.missingPosts()), COMPARISON_TIMEOUT);
        } catch (LeaseLostException lost) {
            log.warn("Rebuild of {} stopped: {}", rebuild.version(), lost.getMessage());
            discard(rebuild);
        } catch (RuntimeException failure) {
            log.warn("Rebuild of {} failed", rebuild.version(), failure);
            fail(rebuild, failure);
        }
    }

    /** The rebuild is in the registry by now, so what is not written to both versions lies before the ends of the replay. */
    private Rebuild saveAll(Rebuild rebuild, TopicReplay replay) throws InterruptedException {
        var current = rebuild;
        var renewedAt = clock.instant();
        while (!replay.isComplete()) {
            var batch = replay.next();
            if (!batch.isEmpty()) {
                repeat(service.save(current, batch), TIMEOUT);
            }
            if (isDue(renewedAt)) {
                current = repeat(service.renew(current, replay.progress()), TIMEOUT);
                renewedAt = clock.instant();
            }
            checkNotStopped();
        }
        return repeat(service.renew(current, replay.progress()), TIMEOUT);
    }

    private boolean isDue(Instant renewedAt) {
        return !clock.instant().isBefore(renewedAt.plus(RENEWAL_INTERVAL));
    }

    private void fail(Rebuild rebuild, RuntimeException failure) {
        try {
            service.fail(rebuild, String.valueOf(failure.getMessage())).block(TIMEOUT);
        } catch (RuntimeException unavailable) {
            log.warn(
                    "Cannot record that the rebuild of {} failed; its lease expires at {}",
                    rebuild.version(),
                    rebuild.leasedUntil(),
                    unavailable);
        }
    }

    private void discard(Rebuild rebuild) {
        try {
            service.discard(rebuild).block(TIMEOUT);
        } catch (RuntimeException unavailable) {
            log.warn("Cannot drop projection version {}; the next rebuild drops it", rebuild.version(), unavailable);
        }
    }

    /** Waits for a store that is unavailable; the lease may be lost meanwhile, which the next renewal reports. */
    @CanIgnoreReturnValue
    private <T> T repeat(Mono<T> work, Duration timeout) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return work.blockOptional(timeout).orElseThrow();
            } catch (EntriesUnavailableException unavailable) {
                if (attempt == MAX_TRIES) {
                    throw unavailable;
                }
                checkNotStopped();
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void checkNotStopped() {
        if (stopped.get()) {
            throw new IllegalStateException("the instance was stopped");
        }
    }
}
