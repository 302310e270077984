package org.vedette.notification.followups;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Mailings;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.alerts.PlanningRules;
import reactor.core.publisher.Mono;

/**
 * Has those told about a correction or a withdrawal who were mailed about the post. Each is an alert of its own, with a ledger of
 * its own, so that repeating its plan sends nobody a second mail. Without anybody who was mailed there is none.
 */
public final class FollowUpPlanner {

    private static final Logger log = LoggerFactory.getLogger(FollowUpPlanner.class);

    private final Alerts alerts;
    private final AlertedAudience alerted;
    private final Mailings mailings;
    private final PlanningRules rules;
    private final Clock clock;

    public FollowUpPlanner(
            Alerts alerts, AlertedAudience alerted, Mailings mailings, PlanningRules rules, Clock clock) {
        this.alerts = alerts;
        this.alerted = alerted;
        this.mailings = mailings;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Has a correction told.
     *
     * @param text the note to readers
     * @param at when it was made
     */
    public Mono<Void> correct(AlertedPost post, long revision, String text, Instant at) {
        return post.isPublic()
                ? wasMailed(post.id())
                        .flatMap(first -> plan(
                                AlertId.ofCorrection(post.id(), revision), post, new Occasion.Correction(text), at))
                : Mono.empty();
    }

    /**
     * Has a withdrawal told, in the words that the post had when people were mailed.
     *
     * @param reason for readers; null when none was given
     * @param at when it was withdrawn
     */
    public Mono<Void> withdraw(UUID post, long revision, @Nullable String reason, Instant at) {
        return wasMailed(post)
                .flatMap(first ->
                        plan(AlertId.ofWithdrawal(post, revision), first.post(), new Occasion.Withdrawal(reason), at));
    }

    /** The alert about the publication, if anybody got it. */
    private Mono<Alert> wasMailed(UUID post) {
        var id = AlertId.ofPost(post);
        return alerts.with(id).filterWhen(first -> alerted.of(id).hasElements());
    }

    private Mono<Void> plan(AlertId id, AlertedPost post, Occasion occasion, Instant at) {
        return Mono.defer(() -> {
                    var now = clock.instant();
                    var isOld = at.plus(rules.maxPostAge()).isBefore(now);
                    var state = isOld ? new AlertState.TooOld() : new AlertState.Planning();
                    return alerts.open(new Alert(id, post, now, state, occasion));
                })
                .filter(alert -> alert.state() instanceof AlertState.Planning)
                .flatMap(this::expandAudience);
    }

    private Mono<Void> expandAudience(Alert alert) {
        return alerted.of(AlertId.ofPost(alert.post().id()))
                .buffer(rules.chunk())
                .map(chunk -> new Mailing(alert.id(), chunk))
                .concatMap(mailing ->
                        mailings.send(mailing).thenReturn(mailing.subscribers().size()))
                .reduce(0L, Long::sum)
                .flatMap(audience -> alerts.replace(alert, alert.planned(audience, clock.instant()))
                        .doOnNext(stored ->
                                log.info("Alert {} goes to {} subscribers who were mailed", alert.id(), audience)))
                .then();
    }
}
