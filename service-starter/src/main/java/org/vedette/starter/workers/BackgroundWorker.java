package org.vedette.starter.workers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Outages;

/**
 * Runs a task on a thread of its own, again and again or until it succeeds, and is supervised: whatever the task throws,
 * an {@code OutOfMemoryError} too, is logged, and the task runs again after a back-off. {@link #status()} says how it is
 * doing; the health indicator {@code workers} turns liveness DOWN for one that stays dead.
 */
@MayBlock("its own thread")
public final class BackgroundWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(1);

    private final String name;
    private final Schedule schedule;
    private final Task task;
    private final WorkerFailures failures = new WorkerFailures(System::nanoTime);
    private volatile Duration stopTimeout = Duration.ofSeconds(5);
    private volatile int phase = SmartLifecycle.DEFAULT_PHASE;
    private volatile @Nullable Runnable prepare;
    private volatile @Nullable Runnable wakeUp;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean completed;
    private final AtomicLong failedRuns = new AtomicLong();
    private final AtomicLong restarts = new AtomicLong();

    /** What a worker runs. It returns soon after its thread was interrupted. */
    @FunctionalInterface
    public interface Task {

        void run() throws Exception;
    }

    /**
     * When the task runs again after it returned.
     *
     * @param pause from the end of one run to the begin of the next
     * @param once whether the worker ends when the task has succeeded
     */
    private record Schedule(Duration pause, boolean once) {}

    private BackgroundWorker(String name, Schedule schedule, Task task) {
        this.name = name;
        this.schedule = schedule;
        this.task = task;
    }

    /** Runs the task again as soon as it returns; the task itself waits for work, for a second or so at a time. */
    public static BackgroundWorker repeating(String name, Task task) {
        return new BackgroundWorker(name, new Schedule(Duration.ZERO, false), task);
    }

    /** Runs the task at once and then with a pause between the runs. */
    public static BackgroundWorker every(Duration pause, String name, Task task) {
        return new BackgroundWorker(name, new Schedule(pause, false), task);
    }

    /** Runs the task until it returns without an exception, and ends. */
    public static BackgroundWorker untilItSucceeds(String name, Task task) {
        return new BackgroundWorker(name, new Schedule(Duration.ZERO, true), task);
    }

    /** Sets how long {@link #stop()} lets the run at hand go on before the thread is interrupted; default 5 s. */
    public BackgroundWorker withStopTimeout(Duration timeout) {
        stopTimeout = timeout;
        return this;
    }

    /** Sets the phase in which the application context starts and stops the worker; default {@link #DEFAULT_PHASE}. */
    public BackgroundWorker inPhase(int value) {
        phase = value;
        return this;
    }

    /** Sets what is called each time before the worker starts, so that it can undo what {@link #wokenBy} did. */
    public BackgroundWorker preparedBy(Runnable action) {
        prepare = action;
        return this;
    }

    /** Sets what makes a task that waits for work return, called when the worker stops. */
    public BackgroundWorker wokenBy(Runnable action) {
        wakeUp = action;
        return this;
    }

    /** Name of the worker and of its thread. */
    public String name() {
        return name;
    }

    /** How many runs have failed. */
    long failedRuns() {
        return failedRuns.get();
    }

    /** How often another thread had to take over. */
    long restarts() {
        return restarts.get();
    }

    /** How the worker is doing now. */
    public WorkerStatus status() {
        var current = thread;
        var alive = current != null && current.isAlive();
        return new WorkerStatus(
                name,
                running,
                completed,
                alive,
                failures.count(),
                failures.since(),
                failures.errorsSince(),
                failures.last());
    }

    @Override
    public synchronized void start() {
        if (!running) {
            call(prepare);
            running = true;
            completed = false;
            stopped = new CountDownLatch(1);
            failures.clear();
            startThread(stopped);
        }
    }

    /** Stops in the background, so that the workers of one phase end their runs at the same time. */
    @Override
    public void stop(Runnable callback) {
        var stopper = new Thread(
                () -> {
                    try {
                        stop();
                    } finally {
                        callback.run();
                    }
                },
                name + "-stop");
        stopper.setDaemon(true);
        stopper.start();
    }

    @Override
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        stopped.countDown();
        call(wakeUp);
        join();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    private static void call(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }

    /** @param stop opens when the worker stops; each start has its own, which a thread that is late in ending still sees */
    private void startThread(CountDownLatch stop) {
        var next = new Thread(() -> runSupervised(stop), name);
        next.setDaemon(true);
        // Only the type: to log the whole failure is what may have failed.
        next.setUncaughtExceptionHandler((dead, failure) -> log.error(
                "Worker {} lost its thread to {}; another one takes over",
                name,
                failure.getClass().getName()));
        thread = next;
        next.start();
    }

    /** Not even a failure to handle a failure, such as one more OutOfMemoryError, ends the work. */
    private void runSupervised(CountDownLatch stop) {
        try {
            runUntil(stop);
        } finally {
            if (!isOpen(stop) && !completed) {
                restarts.incrementAndGet();
                startThread(stop);
            }
        }
    }

    private void runUntil(CountDownLatch stop) {
        while (!isOpen(stop) && !completed) {
            try {
                task.run();
                recover();
                complete(stop);
                pause(schedule.pause(), stop);
            } catch (InterruptedException interrupt) {
                if (!isOpen(stop)) {
                    log.debug("Worker {} was interrupted without being stopped; it runs on", name);
                }
            } catch (Throwable failure) { // Not even an Error ends the work.
                pauseAfter(failure, stop);
            }
        }
    }

    /** A thread that ends late, after another start, says nothing about the run of the next thread. */
    private void complete(CountDownLatch stop) {
        if (schedule.once() && !isOpen(stop)) {
            completed = true;
        }
    }

    private void recover() {
        if (failures.count() > 0) {
            log.info("Worker {} works again, after {} failures", name, failures.count());
            failures.clear();
        }
    }

    private void pauseAfter(Throwable failure, CountDownLatch stop) {
        if (isOpen(stop)) {
            log.debug("Worker {} failed while it was stopped", name, failure);
            return;
        }
        failedRuns.incrementAndGet();
        var backOff = failures.add(failure);
        log(failure, backOff);
        try {
            pause(backOff, stop);
        } catch (InterruptedException interrupt) {
            log.debug("Worker {} was interrupted while it paused", name);
        }
    }

    private void log(Throwable failure, Duration backOff) {
        if (failure instanceof Error) {
            log.error("Worker {} failed; it runs again in {} ms", name, backOff.toMillis(), failure);
        } else if (!failures.isWorthALine()) {
            log.debug("Worker {} failed again; it runs again in {} ms", name, backOff.toMillis(), failure);
        } else if (Outages.isOutage(failure)) {
            log.warn(
                    "Worker {} failed; it runs again in {} ms: {}",
                    name,
                    backOff.toMillis(),
                    Outages.describe(failure));
        } else {
            log.warn("Worker {} failed; it runs again in {} ms", name, backOff.toMillis(), failure);
        }
    }

    private void pause(Duration duration, CountDownLatch stop) throws InterruptedException {
        if (!duration.isZero()) {
            var isStopped = stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            log.trace("Worker {} ends its pause, stopped: {}", name, isStopped);
        }
    }

    private static boolean isOpen(CountDownLatch stop) {
        return stop.getCount() == 0;
    }

    private void join() {
        var current = thread;
        if (current == null || current == Thread.currentThread()) {
            return;
        }
        try {
            current.join(Math.max(1, stopTimeout.toMillis()));
            if (current.isAlive()) {
                log.warn("Worker {} did not end its run within {} ms and is interrupted", name, stopTimeout.toMillis());
                current.interrupt();
                current.join(INTERRUPT_TIMEOUT.toMillis());
            }
        } catch (InterruptedException interrupt) {
            current.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
