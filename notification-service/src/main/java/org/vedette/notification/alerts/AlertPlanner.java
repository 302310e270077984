package org.vedette.notification.alerts;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/**
 * Decides once who is told about a post.
 *
 * <p>Planning twice, after a crash, sends no one a second mail: the ledger knows who has one.
 */
public final class AlertPlanner {

    private static final Logger log = LoggerFactory.getLogger(AlertPlanner.class);

    private final Alerts alerts;
    private final Subscribers subscribers;
    private final Mailings mailings;
    private final PlanningRules rules;
    private final Clock clock;

    public AlertPlanner(Alerts alerts, Subscribers subscribers, Mailings mailings, PlanningRules rules, Clock clock) {
        this.alerts = alerts;
        this.subscribers = subscribers;
        this.mailings = mailings;
        this.rules = rules;
        this.clock = clock;
    }

    /** Puts everybody who is subscribed now into a mailing, unless that has been done or the post is no news. */
    public Mono<Void> plan(AlertedPost post) {
        return Mono.defer(() -> alerts.open(Alert.about(post, clock.instant(), rules.newsFor())))
                .filter(alert -> alert.state() instanceof AlertState.Planning)
                .flatMap(this::expandAudience)
                .then();
    }

    /** Keeps the alert from everybody who has not been told yet. */
    public Mono<Void> withdraw(UUID post) {
        return alerts.with(AlertId.ofPost(post))
                .filter(Alert::isNews)
                .flatMap(alert -> alerts.replace(alert, alert.withdrawn(clock.instant())))
                .then();
    }

    private Mono<Boolean> expandAudience(Alert alert) {
        return subscribers
                .active()
                .buffer(rules.chunk())
                .map(chunk -> new Mailing(alert.id(), chunk))
                .concatMap(mailing ->
                        mailings.send(mailing).thenReturn(mailing.subscribers().size()))
                .reduce(0L, Long::sum)
                .flatMap(audience -> finish(alert, audience));
    }

    private Mono<Boolean> finish(Alert alert, long audience) {
        log.info("Alert {} goes to {} subscribers", alert.id(), audience);
        return alerts.replace(alert, alert.planned(audience, clock.instant()));
    }
}
