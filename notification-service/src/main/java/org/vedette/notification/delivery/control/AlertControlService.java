package org.vedette.notification.delivery.control;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.changes.Changes;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.notification.controls.Controls;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/**
 * What operators do with an alert or a digest. Each emits its progress afterwards, or nothing when there is none with
 * the id, and fails with {@link ControlRefusedException} when its state does not allow it. What is in flight ends as it
 * does.
 */
public final class AlertControlService {

    private static final Logger log = LoggerFactory.getLogger(AlertControlService.class);
    private static final int RESENT_AT_ONCE = 200;
    private static final int LOOKUPS = 32;

    private final ProgressService progress;
    private final Controls controls;
    private final ControlBoard board;
    private final DeliveryChanges deliveries;
    private final Subscribers subscribers;
    private final Clock clock;

    public AlertControlService(
            ProgressService progress,
            Controls controls,
            ControlBoard board,
            DeliveryChanges deliveries,
            Subscribers subscribers,
            Clock clock) {
        this.progress = progress;
        this.controls = controls;
        this.board = board;
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** Holds what is not sent yet. */
    public Mono<Progress> pause(AlertId id, String by) {
        return open(id).flatMap(found -> change(id, control -> control.pause(by, clock.instant())))
                .then(progress.of(id));
    }

    /** Takes a paused one up again. The time in which it was paused does not count for its mails. */
    public Mono<Progress> resume(AlertId id, String by) {
        return deliverable(id)
                .flatMap(found -> deliveries
                        .restart(id, clock.instant())
                        .then(change(id, control -> control.resume(by, clock.instant()))))
                .then(progress.of(id));
    }

    /** Approves one that waits for a second look. */
    public Mono<Progress> approve(AlertId id, String by) {
        return deliverable(id)
                .flatMap(found -> deliveries
                        .restart(id, clock.instant())
                        .then(change(id, control -> control.approve(by, clock.instant()))))
                .then(progress.of(id));
    }

    /** Ends it: what is not sent yet is suppressed. Repeating it ends what a crash has left. */
    public Mono<Progress> cancel(AlertId id, String by) {
        return progress.of(id)
                .flatMap(found -> found.control().state() == AlertControl.State.CANCELLED ? Mono.just(found) : open(id))
                .flatMap(found -> change(id, control -> control.cancel(by, clock.instant())))
                .flatMap(control -> deliveries.cancel(
                        id, "cancelled by " + control.lastStep().by(), clock.instant()))
                .then(progress.of(id));
    }

    /**
     * Sends again what bounced or was abandoned, under the same Message-IDs and counted as further attempts. Whoever is
     * not subscribed any more, or suppressed, gets nothing. Emits the number of mails.
     */
    public Mono<Long> resend(AlertId id, String by) {
        return deliverable(id).flatMap(found -> {
            found.control().requireNotCancelled();
            return resend(id)
                    .delayUntil(count -> count == 0
                            ? Mono.empty()
                            : change(id, control -> control.resent(by, count, clock.instant())));
        });
    }

    private Mono<Long> resend(AlertId id) {
        return deliveries
                .failed(id)
                .flatMap(this::ifActive, LOOKUPS)
                .buffer(RESENT_AT_ONCE)
                .concatMap(some -> deliveries.resend(id, List.copyOf(some), clock.instant()))
                .reduce(0L, Long::sum);
    }

    private Mono<SubscriberId> ifActive(SubscriberId id) {
        return subscribers.with(id).ofType(Active.class).map(Active::id);
    }

    private Mono<Progress> deliverable(AlertId id) {
        return progress.of(id).doOnNext(found -> {
            if (found.status().isEnded()) {
                throw ControlRefusedException.ended();
            }
        });
    }

    private Mono<Progress> open(AlertId id) {
        return deliverable(id).doOnNext(found -> {
            found.control().requireNotCancelled();
            if (!found.isOpen()) {
                throw ControlRefusedException.over();
            }
        });
    }

    private Mono<AlertControl> change(AlertId id, UnaryOperator<AlertControl> change) {
        return Changes.repeat(() -> controls.of(id), known -> store(known, change.apply(known)))
                .delayUntil(stored -> board.refresh());
    }

    private Mono<AlertControl> store(AlertControl known, AlertControl next) {
        if (next.equals(known)) {
            return Mono.just(known);
        }
        return controls.store(next, clock.instant()).filter(stored -> stored).map(stored -> {
            log.info(
                    "Alert {}: {} by an operator", next.alert(), next.lastStep().action());
            return next;
        });
    }
}
