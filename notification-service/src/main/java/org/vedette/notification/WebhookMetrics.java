package org.vedette.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.vedette.notification.webhooks.delivery.DeliveryLedger;
import org.vedette.notification.webhooks.delivery.DeliveryObserver;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.starter.MayBlock;

/** Counts attempts at webhooks, and measures what waits. */
@MayBlock("the worker that calls it")
final class WebhookMetrics implements DeliveryObserver {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String PREFIX = "vedette.notification.webhook.";

    private final MeterRegistry meters;
    private final DeliveryLedger ledger;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestMillis = new AtomicLong();

    WebhookMetrics(MeterRegistry meters, DeliveryLedger ledger, Clock clock) {
        this.meters = meters;
        this.ledger = ledger;
        this.clock = clock;
        Gauge.builder(PREFIX + "waiting", waiting, AtomicLong::doubleValue).register(meters);
        Gauge.builder(PREFIX + "oldest", oldestMillis, millis -> millis.get() / 1_000.0)
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void attempted(AttemptOutcome outcome, WebhookDelivery.Status status) {
        meters.counter(PREFIX + "attempts", "outcome", outcome.word()).increment();
        if (status == WebhookDelivery.Status.FAILED) {
            meters.counter(PREFIX + "given.up").increment();
        }
    }

    void measure() {
        var backlog = ledger.backlog().block(TIMEOUT);
        if (backlog != null) {
            var oldest = backlog.oldest();
            waiting.set(backlog.waiting());
            oldestMillis.set(
                    oldest == null
                            ? 0
                            : Duration.between(oldest, clock.instant()).toMillis());
        }
    }
}
