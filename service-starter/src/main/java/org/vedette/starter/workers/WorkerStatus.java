package org.vedette.starter.workers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a worker is doing.
 *
 * @param started whether it is meant to run
 * @param completed whether it ran until it succeeded, and needs its thread no more
 * @param alive whether its thread is alive
 * @param failures consecutive failures; 0 when the last run succeeded
 * @param failingFor time since the first of the consecutive failures; zero when there is none
 * @param errorsFor time since the first of the consecutive Errors; zero when the newest failure is an Exception or there
 *     is none
 * @param lastFailure the newest of the consecutive failures; null when there is none
 */
public record WorkerStatus(
        String name,
        boolean started,
        boolean completed,
        boolean alive,
        int failures,
        Duration failingFor,
        Duration errorsFor,
        @Nullable Throwable lastFailure) {

    /** Whether its thread ended although the work is not done. */
    public boolean isDead() {
        return started && !completed && !alive;
    }

    /**
     * Whether only a restart of the process is likely to help: the thread is dead, or the JVM itself has been failing it
     * for that long. An outage of the store or the broker is an Exception, not an Error, and is waited for.
     */
    public boolean isBeyondRecovery(Duration errorTimeout) {
        return isDead() || (started && lastFailure instanceof Error && errorsFor.compareTo(errorTimeout) > 0);
    }
}
