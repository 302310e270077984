package org.vedette.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.PostEventBacklog;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Attempts deliveries that nobody works on: new ones when it is woken, deferred and abandoned ones when it sweeps. A
 * delivery that fails unexpectedly holds up no other; the failures are reported when the sweep ends.
 */
@MayBlock("threads of its own, and those of the workers that call it")
public final class DeliverySweeper {

    private static final Logger log = LoggerFactory.getLogger(DeliverySweeper.class);
    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 100;

    /** How many times the capacity of the mail servers a batch is, so that it ends in time at any pace. */
    private static final int ROUNDS = 5;

    private static final int WAKE_THREADS = 2;
    private static final int WAKE_QUEUE = 100;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    private final Claims claims;
    private final MessageService messages;
    private final AttemptService attempts;
    private final Mailer mailer;
    private final PostEventBacklog backlog;
    private final int concurrency;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong seenRecoveries = new AtomicLong();
    private final ThreadPoolExecutor wakes = new ThreadPoolExecutor(
            WAKE_THREADS,
            WAKE_THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAKE_QUEUE),
            DeliverySweeper::thread,
            new ThreadPoolExecutor.DiscardPolicy()); // The next sweep finds what is discarded.

    /**
     * The sweeper of one process.
     *
     * @param mailer asked whether mails are worth claiming
     * @param concurrency most deliveries that are attempted at the same time
     */
    public DeliverySweeper(
            Claims claims,
            MessageService messages,
            AttemptService attempts,
            Mailer mailer,
            PostEventBacklog backlog,
            int concurrency) {
        this.claims = claims;
        this.messages = messages;
        this.attempts = attempts;
        this.mailer = mailer;
        this.backlog = backlog;
        this.concurrency = concurrency;
    }

    /**
     * Attempts all waiting deliveries, batch by batch, as long as a mail server takes mail; those of alerts wait for
     * the backlog of post events. Fails when one of a batch failed, after it has attempted the others.
     */
    public void sweep() {
        hastenAfterRecovery();
        var withAlerts = backlog.isProcessed();
        var batches = 0;
        while (sweepBatch(withAlerts) && ++batches < MOST_BATCHES) {
            log.trace("Swept {} batches of deliveries", batches);
        }
    }

    /** Whether there may be more to attempt. */
    private boolean sweepBatch(boolean withAlerts) {
        var capacity = mailer.capacity();
        if (capacity == 0 || stopping.get()) {
            return false;
        }
        var found = claimable(withAlerts);
        // A probe may meet a mailbox that takes no mail: the next one is another.
        Collections.shuffle(found);
        var batch = found.subList(0, Math.min(found.size(), batchSize(capacity)));
        Flux.fromIterable(batch)
                .takeWhile(next -> !stopping.get() && mailer.capacity() > 0)
                .flatMapDelayError(this::resume, concurrency, concurrency)
                .then()
                .block(TIMEOUT);
        return capacity > 1 && (batch.size() < found.size() || found.size() == BATCH);
    }

    private static int batchSize(int capacity) {
        return capacity == 1 ? 1 : Math.min(BATCH, capacity) * ROUNDS;
    }

    private List<Delivery> claimable(boolean withAlerts) {
        return claims.claimable(BATCH, withAlerts)
                .collect(ArrayList<Delivery>::new, ArrayList::add)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    /** What was deferred because of a mail server goes as soon as one takes mail again. */
    private void hastenAfterRecovery() {
        var recoveries = mailer.recoveries();
        if (recoveries != seenRecoveries.get()) {
            claims.hasten().block(TIMEOUT);
            seenRecoveries.set(recoveries);
        }
    }

    /** Renews the leases of the deliveries that are being attempted. */
    public void renewLeases() {
        claims.renew().block(claims.lease().duration());
    }

    /** Attempts a new delivery soon; if that is not possible, the next sweep does. */
    void wake(Delivery due) {
        wakes.execute(() -> attempt(due));
    }

    /** Lets sweeps claim deliveries (again). */
    public void startSweeping() {
        claims.start();
        stopping.set(false);
    }

    /** Lets a running sweep end after the attempts in progress. */
    public void stopSweeping() {
        stopping.set(true);
    }

    /** Lets the attempts in progress end. */
    public void stop() throws InterruptedException {
        stopSweeping();
        wakes.shutdown();
        if (!wakes.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Stopping with deliveries in progress; they are claimed again when their leases end");
        }
    }

    private void attempt(Delivery due) {
        try {
            resume(due).block(TIMEOUT);
        } catch (RuntimeException | Error failure) {
            log.warn(
                    "Could not attempt delivery {} at once; the next sweep does",
                    due.id().value(),
                    failure);
        }
    }

    private Mono<Void> resume(Delivery waiting) {
        return claims.resume(waiting).flatMap(claimed -> attempts.make(claimed, messages.messageOf(claimed.id())));
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "delivery-wake");
        thread.setDaemon(true);
        return thread;
    }
}
