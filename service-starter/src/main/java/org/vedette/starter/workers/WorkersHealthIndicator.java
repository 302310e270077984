package org.vedette.starter.workers;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health of the background workers, part of liveness: DOWN when one is beyond recovery, so that the platform restarts the
 * process; a worker that waits for an outage to end is named and is no reason to.
 */
public final class WorkersHealthIndicator implements HealthIndicator {

    private final Supplier<List<BackgroundWorker>> workers;
    private final Duration errorTimeout;

    /**
     * Watches workers.
     *
     * @param workers all workers of the application context
     * @param errorTimeout how long Errors may go on before the process should be restarted
     */
    public WorkersHealthIndicator(Supplier<List<BackgroundWorker>> workers, Duration errorTimeout) {
        this.workers = workers;
        this.errorTimeout = errorTimeout;
    }

    @Override
    public Health health() {
        var statuses = workers.get().stream().map(BackgroundWorker::status).toList();
        var down = statuses.stream().anyMatch(status -> status.isBeyondRecovery(errorTimeout));
        var health = down ? Health.down() : Health.up();
        statuses.forEach(status -> health.withDetail(status.name(), describe(status)));
        return health.build();
    }

    private static String describe(WorkerStatus status) {
        if (status.isDead()) {
            return "dead";
        }
        if (status.lastFailure() != null) {
            return "failing for %d s (%d times): %s"
                    .formatted(status.failingFor().toSeconds(), status.failures(), status.lastFailure());
        }
        if (status.completed()) {
            return "completed";
        }
        return status.started() ? "running" : "stopped";
    }
}
