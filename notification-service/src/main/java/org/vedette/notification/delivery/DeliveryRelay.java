package org.vedette.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes up deliveries that wait: new ones when it is woken, deferred and abandoned ones when it sweeps. */
public final class DeliveryRelay {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRelay.class);
    private static final int BATCH = 200;
    private static final int THREADS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(15);

    private final Claims claims;
    private final LetterService letters;
    private final AttemptService attempts;
    private final Duration pause;
    private final int concurrency;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, DeliveryRelay::thread);

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
        every(pause, sweep());
        every(claims.lease().dividedBy(3), claims.renew());
    }

    /** Has a new delivery tried now; should that come to nothing, the next sweep finds it. */
    void wake(Delivery due) {
        threads.execute(() -> run(resume(due)));
    }

    /** Lets what is in flight end. */
    public void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Deliveries were still in flight at the end; they are taken up when their claims run out");
        }
    }

    Mono<Void> sweep() {
        return claims.waiting(BATCH)
                .takeWhile(next -> !threads.isShutdown())
                .flatMap(this::resume, concurrency)
                .then();
    }

    private Mono<Void> resume(Delivery waiting) {
        return claims.resume(waiting).flatMap(claimed -> attempts.make(claimed, letters.write(claimed.id())));
    }

    private void every(Duration pause, Mono<Void> work) {
        var millis = pause.toMillis();
        var unused = threads.scheduleWithFixedDelay(() -> run(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void run(Mono<Void> work) {
        try {
            work.block(PATIENCE);
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
