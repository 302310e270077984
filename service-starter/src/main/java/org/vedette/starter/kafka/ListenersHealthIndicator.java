package org.vedette.starter.kafka;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Health of the Kafka listeners: DOWN when one ended by itself, DEGRADED while records are being retried, each named with
 * the reason.
 */
final class ListenersHealthIndicator implements HealthIndicator {

    /** Something waits or is old, while requests are served nevertheless. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final RetryTracker tracker;
    private final KafkaListenerEndpointRegistry containers;

    ListenersHealthIndicator(RetryTracker tracker, KafkaListenerEndpointRegistry containers) {
        this.tracker = tracker;
        this.containers = containers;
    }

    @Override
    public Health health() {
        var dead = dead();
        if (!dead.isEmpty()) {
            return Health.down().withDetail("ended", dead).build();
        }
        var retries = tracker.retries();
        var health = retries.isEmpty() ? Health.up() : Health.status(DEGRADED);
        retries.forEach((partition, retry) -> health.withDetail(
                partition + "@" + retry.offset(), "retried since " + retry.since() + ": " + retry.reason()));
        return health.build();
    }

    private List<String> dead() {
        return containers.getListenerContainers().stream()
                .filter(container -> container.isRunning() && !container.isInExpectedState())
                .map(MessageListenerContainer::getListenerId)
                .toList();
    }
}
