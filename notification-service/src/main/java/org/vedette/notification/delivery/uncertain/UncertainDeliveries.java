package org.vedette.notification.delivery.uncertain;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Ledger;
import org.vedette.notification.reports.ProgressService;
import reactor.core.publisher.Mono;

/** Resolves uncertain deliveries by the word of an operator, who may have asked the mail server what it sent. */
public final class UncertainDeliveries {

    private static final Logger log = LoggerFactory.getLogger(UncertainDeliveries.class);

    private final ProgressService progress;
    private final Ledger ledger;
    private final Clock clock;

    public UncertainDeliveries(ProgressService progress, Ledger ledger, Clock clock) {
        this.progress = progress;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Sends the mails again under the same Message-IDs; emits their number, or nothing when there is no such alert. */
    public Mono<Long> resend(AlertId alert) {
        return resolve(alert, true);
    }

    /** Takes the mails for sent; emits their number, or nothing when there is no such alert. */
    public Mono<Long> countAsSent(AlertId alert) {
        return resolve(alert, false);
    }

    private Mono<Long> resolve(AlertId id, boolean again) {
        return progress.of(id)
                .doOnNext(found -> {
                    if (again) {
                        found.control().requireNotCancelled();
                    }
                })
                .flatMap(found -> ledger.resolveUncertain(id, again, clock.instant()))
                .doOnNext(count -> log.info(
                        "{} uncertain deliveries of alert {} {}",
                        count,
                        id,
                        again ? "are sent again" : "count as sent"));
    }
}
