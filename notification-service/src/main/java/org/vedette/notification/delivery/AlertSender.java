package org.vedette.notification.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.starter.failures.ProcessingStoppedException;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends an alert to every subscriber in a mailing who has no row in the ledger yet. */
public final class AlertSender {

    private static final Logger log = LoggerFactory.getLogger(AlertSender.class);

    /** How long a mailing uses what it read of its alert, so that a withdrawal stops it and not only the next one. */
    private static final Duration ALERT_VALIDITY = Duration.ofSeconds(1);

    private static final Duration MAIL_SERVER_POLL = Duration.ofMillis(20);

    private final Alerts alerts;
    private final MessageService messages;
    private final Claims claims;
    private final AttemptService attempts;
    private final Mailer mailer;
    private final int concurrency;
    private final Scheduler timer;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger inProgress = new AtomicInteger();

    /**
     * The sender of one process.
     *
     * @param mailer asked whether mails are worth claiming
     * @param concurrency most deliveries that are attempted at the same time
     * @param timer measures how old an alert is that was read, and how long to wait for a mail server
     */
    public AlertSender(
            Alerts alerts,
            MessageService messages,
            Claims claims,
            AttemptService attempts,
            Mailer mailer,
            int concurrency,
            Scheduler timer) {
        this.alerts = alerts;
        this.messages = messages;
        this.claims = claims;
        this.attempts = attempts;
        this.mailer = mailer;
        this.concurrency = concurrency;
        this.timer = timer;
    }

    /**
     * Completes when the ledger has a row for every subscriber in the mailing. A mailing that is sent again reaches only
     * those who have none; one whose rows were removed reaches nobody. When the document of the alert is unreadable, the deliveries are deferred; after any other failure
     * to read it nothing is changed, and the mailing is to be sent again.
     */
    public Mono<Void> send(Mailing mailing) {
        // An alert that waits for a second look was held before its first mailing was sent.
        return claims.readControls()
                .then(Mono.defer(() -> claims.hasRemoved(mailing.alert())))
                .flatMap(removed -> removed ? skipped(mailing) : sendNow(mailing));
    }

    private static Mono<Void> skipped(Mailing mailing) {
        return Mono.fromRunnable(() ->
                log.error("Skipped a mailing of {}, whose rows are removed: nothing says who got it", mailing.alert()));
    }

    private Mono<Void> sendNow(Mailing mailing) {
        if (mailing.alert().isDigest()) {
            return send(mailing, Mono.empty());
        }
        var alert = Mono.defer(() -> alerts.with(mailing.alert())).cache(ALERT_VALIDITY, timer);
        return alert.map(found -> alert)
                .onErrorResume(UnreadableDocumentException.class, unreadable -> Mono.just(alert))
                .switchIfEmpty(Mono.fromRunnable(
                        () -> log.error("Skipped a mailing of alert {}, which is not stored", mailing.alert())))
                .flatMap(current -> send(mailing, current));
    }

    /** Accepts mailings (again). */
    public void start() {
        stopping.set(false);
    }

    /** Lets the mails in flight end; the rest of each running mailing fails, and another process sends it. */
    public void stop() {
        stopping.set(true);
    }

    private Mono<Void> send(Mailing mailing, Mono<Alert> alert) {
        return Flux.fromIterable(mailing.subscribers())
                .takeWhile(next -> !stopping.get())
                .concatMap(this::whenAMailServerTakesMail, 1)
                .takeWhile(next -> !stopping.get())
                .flatMap(subscriber -> deliver(mailing.alert(), subscriber, alert), concurrency)
                .then(Mono.defer(this::failIfStopping));
    }

    /**
     * While no mail server takes mail, nothing is claimed, so that nothing has to be put back; and of a slow one little is, so
     * that little is in question after a crash.
     */
    private Mono<SubscriberId> whenAMailServerTakesMail(SubscriberId subscriber) {
        return Mono.defer(() -> stopping.get() || mailer.capacity() > inProgress.get()
                        ? Mono.just(subscriber)
                        : Mono.<SubscriberId>empty())
                .repeatWhenEmpty(repeats -> repeats.delayElements(MAIL_SERVER_POLL, timer));
    }

    private Mono<Void> deliver(AlertId id, SubscriberId subscriber, Mono<Alert> alert) {
        return Mono.defer(() -> {
            inProgress.incrementAndGet();
            return (id.isDigest() ? deliverDigest(id, subscriber) : deliverAlert(id, subscriber, alert))
                    .doFinally(end -> inProgress.decrementAndGet());
        });
    }

    private Mono<Void> deliverAlert(AlertId id, SubscriberId subscriber, Mono<Alert> alert) {
        var delivery = new DeliveryId.OfAlert(id, subscriber);
        return claims.begin(delivery).flatMap(claimed -> attempts.make(claimed, messages.messageOf(delivery, alert)));
    }

    private Mono<Void> deliverDigest(AlertId id, SubscriberId subscriber) {
        var delivery = new DeliveryId.OfDigest(id, subscriber);
        return claims.begin(delivery).flatMap(claimed -> attempts.make(claimed, messages.messageOf(delivery)));
    }

    private Mono<Void> failIfStopping() {
        return stopping.get()
                ? Mono.error(new ProcessingStoppedException("the rest of the mailing is to be sent"))
                : Mono.empty();
    }
}
