package org.vedette.post.outbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.vedette.post.outbox.FakeEventPublisher;
import org.vedette.post.outbox.InMemoryOutbox;
import org.vedette.post.outbox.OutboxRelay;

class OutboxHealthIndicatorTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final OutboxRelay relay = new OutboxRelay(
            outbox, new FakeEventPublisher(), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(1), new UUID(0, 1));
    private final OutboxHealthIndicator indicator = new OutboxHealthIndicator(relay, metrics);

    @Test
    void anEventThatWaitsIsReportedAndIsNoReasonToBeDown() {
        outbox.add(new UUID(1, 1), NOW.minusSeconds(90));

        relay.sweep();

        assertThat(health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health().getDetails()).containsEntry("oldestWaitsSeconds", 90L);
        assertThat(gauge()).isEqualTo(90.0);
    }

    @Test
    void anEmptyOutboxHasNoWait() {
        relay.sweep();

        assertThat(health().getDetails()).containsEntry("oldestWaitsSeconds", 0L);
        assertThat(gauge()).isZero();
    }

    private Health health() {
        return Objects.requireNonNull(indicator.health());
    }

    private double gauge() {
        return metrics.get("vedette.outbox.oldest").timeGauge().value(TimeUnit.SECONDS);
    }
}
