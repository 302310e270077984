package org.vedette.notification.alerts;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/**
 * Decides once which subscribers get the alert about a post.
 *
 * <p>A plan that is repeated after a crash sends nobody a second mail, because the ledger has a row for each mail.
 */
public final class AlertPlanner {

    private static final Logger log = LoggerFactory.getLogger(AlertPlanner.class);

    private final Alerts alerts;
    private final Subscribers subscribers;
    private final Mailings mailings;
    private final SecondLook secondLook;
    private final PlanningRules rules;
    private final Clock clock;

    /**
     * The planner.
     *
     * @param secondLook decides whether an alert waits for somebody to approve it
     */
    public AlertPlanner(
            Alerts alerts,
            Subscribers subscribers,
            Mailings mailings,
            SecondLook secondLook,
            PlanningRules rules,
            Clock clock) {
        this.alerts = alerts;
        this.subscribers = subscribers;
        this.mailings = mailings;
        this.secondLook = secondLook;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Follows the newest state of a published post: plans the alert about a post that is public, and cancels it about one that is
     * not, or not any more.
     *
     * @param revision of the post
     * @param topics what decides who wants to be told about it
     */
    public Mono<Void> follow(AlertedPost post, long revision, PostTopics topics) {
        return post.isPublic() ? plan(post, topics) : withdraw(post.id(), revision);
    }

    /** Follows the newest state of a post that nobody is to be mailed about: it opens no alert, and cancels one as {@link #follow}. */
    public Mono<Void> followQuietly(AlertedPost post, long revision) {
        return post.isPublic() ? Mono.empty() : withdraw(post.id(), revision);
    }

    /** Puts everybody who wants it into a mailing, unless that is done already or the post is too old. */
    private Mono<Void> plan(AlertedPost post, PostTopics topics) {
        return Mono.defer(() -> alerts.open(Alert.about(post, clock.instant(), rules.maxPostAge())))
                .filter(alert -> alert.state() instanceof AlertState.Planning)
                .flatMap(alert -> secondLook
                        .consider(alert, subscribers.wanting(topics).count())
                        .then(Mono.defer(() -> expandAudience(alert, topics))))
                .then();
    }

    /**
     * Cancels all mails about a post that are not sent yet, those about its earlier corrections included.
     *
     * @param revision the one that hides the post
     */
    public Mono<Void> withdraw(UUID post, long revision) {
        return withdraw(AlertId.ofPost(post), revision);
    }

    /** Repeats after a lost update until it holds: an alert passes through three states at most, so this ends. */
    private Mono<Void> withdraw(AlertId id, long revision) {
        return alerts.with(id)
                .filter(alert -> alert.isWithdrawnBy(revision))
                .flatMap(alert -> alerts.replace(alert, alert.withdrawn(revision, clock.instant())))
                .flatMap(stored -> stored ? Mono.empty() : withdraw(id, revision));
    }

    private Mono<Boolean> expandAudience(Alert alert, PostTopics topics) {
        return subscribers
                .wanting(topics)
                .buffer(rules.chunk())
                .map(chunk -> new Mailing(alert.id(), chunk))
                .concatMap(mailing ->
                        mailings.send(mailing).thenReturn(mailing.subscribers().size()))
                .reduce(0L, Long::sum)
                .flatMap(audience -> finish(alert, audience));
    }

    /** Leaves an alert that was withdrawn meanwhile as it is. */
    private Mono<Boolean> finish(Alert alert, long audience) {
        return alerts.replace(alert, alert.planned(audience, clock.instant()))
                .doOnNext(stored -> log.info(
                        stored
                                ? "Alert {} goes to {} subscribers"
                                : "Alert {} was withdrawn while it was planned for {} subscribers",
                        alert.id(),
                        audience));
    }
}
