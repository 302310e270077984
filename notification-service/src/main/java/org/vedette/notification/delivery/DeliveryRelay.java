package org.vedette.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes up deliveries that wait: new ones when it is woken, deferred and abandoned ones when it sweeps. However slow the
 * mail server is, what is in flight keeps its lease, which is renewed on a thread of its own.
 */
public final class DeliveryRelay {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRelay.class);
    private static final int BATCH = 200;
    private static final int WAKERS = 2;
    private static final int MOST_WAKES = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    private final Claims claims;
    private final LetterService letters;
    private final AttemptService attempts;
    private final Duration pause;
    private final int concurrency;
    private final ScheduledThreadPoolExecutor renewal = new ScheduledThreadPoolExecutor(1, DeliveryRelay::thread);
    private final ScheduledThreadPoolExecutor sweeps = new ScheduledThreadPoolExecutor(1, DeliveryRelay::thread);
    private final ThreadPoolExecutor wakes = new ThreadPoolExecutor(
            WAKERS,
            WAKERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAKES),
            DeliveryRelay::thread,
            new ThreadPoolExecutor.DiscardPolicy()); // The sweep finds what is discarded.

    /**
     * @param pause from the end of one sweep to the next
     * @param concurrency most deliveries that are tried at the same time
     */
    public DeliveryRelay(
            Claims claims, LetterService letters, AttemptService attempts, Duration pause, int concurrency) {
        this.claims = claims;
        this.letters = letters;
        this.attempts = attempts;
        this.pause = pause;
        this.concurrency = concurrency;
    }

    public void start() {
        every(pause, sweep(), PATIENCE, sweeps);
        var third = claims.lease().dividedBy(3);
        every(third, claims.renew(), third, renewal);
    }

    /** Has a new delivery tried now; should that come to nothing, the next sweep finds it. */
    void wake(Delivery due) {
        wakes.execute(() -> run(resume(due), PATIENCE));
    }

    /** Lets what is in flight end. */
    public void stop() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE_AT_THE_END.toNanos();
        sweeps.shutdown();
        wakes.shutdown();
        if (!sweeps.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                || !wakes.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            log.warn("Deliveries were still in flight at the end; they are taken up when their claims run out");
        }
        renewal.shutdown();
    }

    Mono<Void> sweep() {
        return claims.waiting(BATCH)
                .takeWhile(next -> !sweeps.isShutdown())
                .flatMap(this::resume, concurrency)
                .then();
    }

    private Mono<Void> resume(Delivery waiting) {
        return claims.resume(waiting).flatMap(claimed -> attempts.make(claimed, letters.write(claimed.id())));
    }

    private static void every(Duration pause, Mono<Void> work, Duration patience, ScheduledThreadPoolExecutor thread) {
        var millis = pause.toMillis();
        var unused = thread.scheduleWithFixedDelay(() -> run(work, patience), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void run(Mono<Void> work, Duration patience) {
        try {
            work.block(patience);
        } catch (RuntimeException failure) {
            log.warn("Deliveries that wait could not be taken up now; the next sweep tries again", failure);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "delivery-relay");
        thread.setDaemon(true);
        return thread;
    }
}
