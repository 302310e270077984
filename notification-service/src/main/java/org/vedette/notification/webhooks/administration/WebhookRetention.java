package org.vedette.notification.webhooks.administration;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.webhooks.delivery.DeliveryLedger;
import org.vedette.notification.webhooks.events.WebhookEvents;
import org.vedette.starter.MayBlock;

/** Removes what is older than the operator keeps it. An event is kept longer than its deliveries, which may be replayed. */
@MayBlock("the worker that calls it")
public final class WebhookRetention {

    private static final Logger log = LoggerFactory.getLogger(WebhookRetention.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final DeliveryLedger ledger;
    private final WebhookEvents events;
    private final Duration deliveries;
    private final Duration messages;
    private final Clock clock;

    /**
     * Retention of one site.
     *
     * @param retention how long deliveries are kept
     * @param giveUpAfter how long a delivery may wait at most
     */
    public WebhookRetention(
            DeliveryLedger ledger, WebhookEvents events, Duration retention, Duration giveUpAfter, Clock clock) {
        this.ledger = ledger;
        this.events = events;
        this.deliveries = retention;
        this.messages = retention.plus(giveUpAfter).plusDays(1);
        this.clock = clock;
    }

    /** Removes what is too old. */
    public void run() {
        var now = clock.instant();
        var removed = ledger.forgetBefore(now.minus(deliveries))
                .zipWith(events.forgetBefore(now.minus(messages)))
                .block(TIMEOUT);
        if (removed != null && removed.getT1() + removed.getT2() > 0) {
            log.info("Removed {} old deliveries of webhooks and {} messages", removed.getT1(), removed.getT2());
        }
    }
}
