package org.vedette.post.outbox.messaging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;
import org.vedette.post.outbox.OutboxRelay;

/**
 * Reports how long the oldest pending event has waited, and DEGRADED when that is long. Never down: editors can write while the
 * broker is unavailable.
 */
@Component
final class OutboxHealthIndicator extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    /** Longer than a relay that is killed keeps its claim. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OutboxRelay relay;

    OutboxHealthIndicator(OutboxRelay relay, MeterRegistry metrics) {
        this.relay = relay;
        TimeGauge.builder(
                        "vedette.outbox.oldest",
                        relay,
                        TimeUnit.MILLISECONDS,
                        outbox -> oldestWait(outbox).toMillis())
                .description("Age of the oldest pending event at the last sweep")
                .register(metrics);
        Gauge.builder("vedette.outbox.posts", relay, OutboxRelay::pendingPosts)
                .description("Posts with pending events at the last sweep")
                .register(metrics);
        FunctionCounter.builder("vedette.outbox.sent", relay, OutboxRelay::sentEvents)
                .description("Events that were sent")
                .register(metrics);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var wait = oldestWait(relay);
        health.status(wait.compareTo(LONG) < 0 ? Status.UP : DEGRADED)
                .withDetail("oldestWaitsSeconds", wait.toSeconds());
    }

    private static Duration oldestWait(OutboxRelay relay) {
        return relay.oldestWait().orElse(Duration.ZERO);
    }
}
