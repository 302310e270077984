package org.vedette.starter.workers;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The consecutive failures of one worker. Written by the worker's thread, read by the health check. */
final class WorkerFailures {

    private static final long FIRST_BACK_OFF_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 10_000;
    private static final int DOUBLINGS = 6;
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private volatile int count;
    private volatile long sinceNanos;
    private volatile long errorsSinceNanos;
    private volatile @Nullable Throwable last;
    private volatile long lastLineNanos;
    private volatile boolean worthALine;

    /** @param nanoTime {@link System#nanoTime}, or that of a test */
    WorkerFailures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    int count() {
        return count;
    }

    /** Time since the first of the consecutive failures; zero when there is none. */
    Duration since() {
        return count == 0 ? Duration.ZERO : since(sinceNanos);
    }

    /** Time since the first of the consecutive Errors; zero when the newest failure is none. */
    Duration errorsSince() {
        return last instanceof Error ? since(errorsSinceNanos) : Duration.ZERO;
    }

    @Nullable
    Throwable last() {
        return last;
    }

    /** The first failure, one of another type than before, and one a minute: the others say the same. */
    boolean isWorthALine() {
        return worthALine;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    Duration add(Throwable failure) {
        var now = nanoTime.getAsLong();
        var before = last;
        worthALine = before == null
                || before.getClass() != failure.getClass()
                || now - lastLineNanos > LOG_INTERVAL.toNanos();
        if (worthALine) {
            lastLineNanos = now;
        }
        if (count == 0) {
            sinceNanos = now;
        }
        if (failure instanceof Error && !(before instanceof Error)) {
            errorsSinceNanos = now;
        }
        last = failure;
        count++;
        return backOff();
    }

    void clear() {
        count = 0;
        last = null;
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    private Duration backOff() {
        var doubled = FIRST_BACK_OFF_MILLIS << Math.min(count - 1, DOUBLINGS);
        return Duration.ofMillis(Math.min(doubled, LONGEST_BACK_OFF_MILLIS));
    }
}
