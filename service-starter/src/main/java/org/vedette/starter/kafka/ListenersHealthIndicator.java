package org.vedette.starter.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the Kafka listeners: DOWN when one ended by itself, DEGRADED while records are being retried, each named with
 * the reason.
 */
final class ListenersHealthIndicator implements HealthIndicator {

    /** Something waits or is old, while requests are served nevertheless. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final RetryTracker tracker;
    private final ListenerSupervisor supervisor;

    ListenersHealthIndicator(RetryTracker tracker, ListenerSupervisor supervisor) {
        this.tracker = tracker;
        this.supervisor = supervisor;
    }

    @Override
    public Health health() {
        var ended = supervisor.ended();
        if (!ended.isEmpty()) {
            return Health.down().withDetail("ended", ended).build();
        }
        var retries = tracker.retries();
        var health = retries.isEmpty() ? Health.up() : Health.status(DEGRADED);
        retries.forEach((partition, retry) -> health.withDetail(
                partition + "@" + retry.offset(), "retried since " + retry.since() + ": " + retry.reason()));
        return health.build();
    }
}
