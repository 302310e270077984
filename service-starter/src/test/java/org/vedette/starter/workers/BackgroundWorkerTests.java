package org.vedette.starter.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.support.GenericApplicationContext;

class BackgroundWorkerTests {

    private final AtomicReference<BackgroundWorker> started = new AtomicReference<>();

    @AfterEach
    void stop() {
        var worker = started.get();
        if (worker != null) {
            worker.stop();
        }
    }

    @CanIgnoreReturnValue
    private BackgroundWorker started(BackgroundWorker worker) {
        started.set(worker);
        worker.start();
        return worker;
    }

    @Test
    void aTaskRunsAgainAfterAnException() {
        var runs = new AtomicInteger();

        started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
        }));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(3));
    }

    @Test
    void aTaskRunsAgainAfterAnError() {
        var runs = new AtomicInteger();

        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            if (runs.incrementAndGet() <= 2) {
                throw new OutOfMemoryError("made up");
            }
        }));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(4));
        await().untilAsserted(() -> assertThat(worker.status().failures()).isZero());
    }

    @Test
    void aTaskThatOverflowsTheStackRunsAgain() {
        var runs = new AtomicInteger();

        started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError("made up");
            }
        }));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
    }

    /** Each run ends only when both workers are being stopped. */
    @Test
    void theWorkersOfAContextStopAtTheSameTime() throws Exception {
        var begun = new CountDownLatch(2);
        var stopped = new CountDownLatch(2);
        var ended = new AtomicInteger();
        BackgroundWorker.Task task = () -> {
            begun.countDown();
            if (stopped.await(1, TimeUnit.MINUTES)) {
                ended.incrementAndGet();
            }
        };

        try (var context = new GenericApplicationContext()) {
            for (var name : List.of("one", "other")) {
                var worker = BackgroundWorker.repeating(name, task).wokenBy(stopped::countDown);
                context.registerBean(name, BackgroundWorker.class, () -> worker);
            }
            context.refresh();
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(ended).hasValue(2);
    }

    @Test
    void anotherThreadTakesOverFromOneThatDies() {
        var runs = new AtomicInteger();

        started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new DeadlyError();
            }
        }));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
    }

    /** Fails once more while it is logged, as an OutOfMemoryError would. */
    private static final class DeadlyError extends Error {

        @Override
        public String getMessage() {
            throw new OutOfMemoryError("made up");
        }
    }

    @Test
    void aTaskThatIsToSucceedOnceEndsThen() {
        var runs = new AtomicInteger();

        var worker = started(BackgroundWorker.untilItSucceeds("worker", () -> {
            if (runs.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        }));

        await().untilAsserted(() -> assertThat(worker.status().completed()).isTrue());
        await().untilAsserted(() -> assertThat(worker.status().alive()).isFalse());
        assertThat(runs).hasValue(3);
        assertThat(worker.status().isDead()).isFalse();
    }

    @Test
    void stoppingWaitsForTheRunAtHand() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var worker = started(BackgroundWorker.repeating("worker", () -> {
                    begun.countDown();
                    release.await();
                    ended.incrementAndGet();
                })
                .wokenBy(release::countDown));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        worker.stop();

        assertThat(ended).hasValue(1);
        assertThat(worker.status().alive()).isFalse();
    }

    @Test
    void aRunThatDoesNotEndIsInterruptedWhenTheStopTimesOut() throws Exception {
        var begun = new CountDownLatch(1);
        var worker = started(BackgroundWorker.repeating("worker", () -> {
                    begun.countDown();
                    new CountDownLatch(1).await();
                })
                .withStopTimeout(Duration.ofMillis(10)));
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        worker.stop();

        assertThat(worker.status().alive()).isFalse();
    }

    @Test
    void aStoppedWorkerCanBeStartedAgain() {
        var runs = new AtomicInteger();
        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", runs::incrementAndGet));
        worker.stop();
        var before = runs.get();

        worker.start();

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(before));
    }

    @Test
    void aWorkerIsPreparedBeforeEachStart() {
        var open = new AtomicBoolean();
        var runs = new AtomicInteger();
        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
                    if (open.get()) {
                        runs.incrementAndGet();
                    }
                })
                .preparedBy(() -> open.set(true))
                .wokenBy(() -> open.set(false)));
        worker.stop();
        var before = runs.get();

        worker.start();

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(before));
    }

    @Test
    void aThreadThatOutlivesTheStopEndsAlthoughTheWorkerIsStartedAgain() throws Exception {
        var threads = new LinkedBlockingQueue<Thread>();
        var release = new CountDownLatch(1);
        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
                    threads.add(Thread.currentThread());
                    awaitUninterruptibly(release);
                })
                .withStopTimeout(Duration.ofMillis(1)));
        var first = threads.take();
        worker.stop();
        worker.start();

        release.countDown();

        await().until(() -> !first.isAlive());
        assertThat(worker.status().alive()).isTrue();
    }

    @Test
    void aThreadThatOutlivesTheStopDoesNotUndoTheSuccessOfTheNext() throws Exception {
        var runs = new AtomicInteger();
        var threads = new LinkedBlockingQueue<Thread>();
        var release = new CountDownLatch(1);
        var worker = started(BackgroundWorker.untilItSucceeds("worker", () -> {
                    threads.add(Thread.currentThread());
                    if (runs.incrementAndGet() == 1) {
                        awaitUninterruptibly(release);
                    }
                })
                .withStopTimeout(Duration.ofMillis(1)));
        var first = threads.take();
        worker.stop();
        worker.start();
        await().until(() -> worker.status().completed());

        release.countDown();

        await().until(() -> !first.isAlive());
        assertThat(worker.status().isDead()).isFalse();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        var interrupted = true;
        while (interrupted) {
            try {
                interrupted = !latch.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
    }

    @Test
    void livenessIsDownWhileErrorsGoOnForTooLong() {
        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            throw new OutOfMemoryError("made up");
        }));
        var health = new WorkersHealthIndicator(() -> List.of(worker), Duration.ofMillis(50));

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.DOWN));
        assertThat(String.valueOf(health.health().getDetails().get("worker"))).contains("OutOfMemoryError");
    }

    @Test
    void livenessIsUpDuringAnOutageHoweverLong() {
        var worker = started(BackgroundWorker.every(Duration.ofMillis(1), "worker", () -> {
            throw new IllegalStateException("the store is unavailable");
        }));
        var health = new WorkersHealthIndicator(() -> List.of(worker), Duration.ZERO);

        await().untilAsserted(() -> assertThat(worker.status().failures()).isGreaterThan(1));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(String.valueOf(health.health().getDetails().get("worker"))).startsWith("failing for");
    }
}
