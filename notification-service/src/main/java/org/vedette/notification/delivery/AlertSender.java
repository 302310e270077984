package org.vedette.notification.delivery;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells every subscriber in a mailing, unless the ledger says that somebody did or does. */
public final class AlertSender {

    private static final Logger log = LoggerFactory.getLogger(AlertSender.class);

    private final Alerts alerts;
    private final LetterService letters;
    private final Claims claims;
    private final AttemptService attempts;
    private final int concurrency;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * Sends for this process.
     *
     * @param concurrency most subscribers that are told at the same time
     */
    public AlertSender(Alerts alerts, LetterService letters, Claims claims, AttemptService attempts, int concurrency) {
        this.alerts = alerts;
        this.letters = letters;
        this.claims = claims;
        this.attempts = attempts;
        this.concurrency = concurrency;
    }

    /**
     * Completes when the ledger has a row for everybody in the mailing. Sending a mailing again tells only those who
     * have none.
     */
    public Mono<Void> send(Mailing mailing) {
        return alerts.with(mailing.alert())
                .switchIfEmpty(Mono.fromRunnable(() -> log.error("Mailing of an unknown alert {}", mailing.alert())))
                .flatMap(alert -> send(mailing, alert));
    }

    /** Mailings may be sent (again). */
    public void start() {
        stopping.set(false);
    }

    /** Ends running mailings after the mails that are in flight; what is left of them fails. */
    public void stop() {
        stopping.set(true);
    }

    private Mono<Void> send(Mailing mailing, Alert alert) {
        return Flux.fromIterable(mailing.subscribers())
                .takeWhile(next -> !stopping.get())
                .flatMap(subscriber -> tell(subscriber, alert), concurrency)
                .then(Mono.defer(this::failIfStopping));
    }

    private Mono<Void> tell(SubscriberId subscriber, Alert alert) {
        var id = new DeliveryId.OfAlert(alert.id(), subscriber);
        return claims.begin(id).flatMap(claimed -> attempts.make(claimed, letters.write(id, alert)));
    }

    private Mono<Void> failIfStopping() {
        return stopping.get()
                ? Mono.error(new CancellationException("stopping; the rest of the mailing is for another process"))
                : Mono.empty();
    }
}
