package org.vedette.notification.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FollowUpPlannerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final List<SubscriberId> mailed = new ArrayList<>();
    private final List<Mailing> mailings = new ArrayList<>();
    private final FollowUpPlanner planner = new FollowUpPlanner(
            alerts,
            alert -> Flux.fromIterable(mailed),
            mailing -> Mono.fromRunnable(() -> mailings.add(mailing)),
            new PlanningRules(Duration.ofDays(2), 2),
            clock);
    private final AlertedPost post =
            AlertedPost.of(aPost().title("Lures").publishedAt(clock.instant()).build());

    @Test
    void aCorrectionGoesToThoseWhoWereMailedOnce() {
        anAlertSentTo(3);

        correct(4);
        correct(4);

        assertThat(mailings).extracting(mailing -> mailing.alert().value()).containsOnly(post.id() + "-r4");
        assertThat(mailings).flatExtracting(Mailing::subscribers).containsExactlyElementsOf(mailed);
        var alert = alerts.with(AlertId.ofCorrection(post.id(), 4)).blockOptional(TIMEOUT);
        assertThat(alert).map(Alert::occasion).contains(new Occasion.Correction("Not 12, but 21."));
        assertThat(alert).map(Alert::audience).contains(3L);
    }

    @Test
    void nobodyIsToldAboutAPostThatNobodyWasMailedAbout() {
        correct(4);
        anAlertSentTo(0);
        correct(5);
        withdraw(6);

        assertThat(mailings).isEmpty();
        assertThat(alerts.newest(null, 9).collectList().block(TIMEOUT)).hasSize(1);
    }

    @Test
    void aWithdrawalIsToldInTheWordsOfTheAlert() {
        anAlertSentTo(1);

        withdraw(5);

        var alert = alerts.with(AlertId.ofWithdrawal(post.id(), 5))
                .blockOptional(TIMEOUT)
                .orElseThrow();
        assertThat(alert.post()).isEqualTo(post);
        assertThat(alert.occasion()).isEqualTo(new Occasion.Withdrawal("It was wrong."));
        assertThat(alert.isDeliverable()).isTrue();
    }

    @Test
    void aCorrectionThatIsHeardOfTooLateIsNotTold() {
        anAlertSentTo(1);
        var at = clock.instant();
        clock.advance(Duration.ofDays(3));

        planner.correct(post, 4, "Not 12, but 21.", at).block(TIMEOUT);

        assertThat(mailings).isEmpty();
    }

    @Test
    void aCorrectionOfAPostThatIsNotPublicIsNotTold() {
        anAlertSentTo(1);
        var restricted = AlertedPost.of(aPost().id(post.id()).marked("AMBER").build());

        planner.correct(restricted, 4, "x", clock.instant()).block(TIMEOUT);

        assertThat(mailings).isEmpty();
    }

    private void correct(long revision) {
        planner.correct(post, revision, "Not 12, but 21.", clock.instant()).block(TIMEOUT);
    }

    private void withdraw(long revision) {
        planner.withdraw(post.id(), revision, "It was wrong.", clock.instant()).block(TIMEOUT);
    }

    private void anAlertSentTo(int count) {
        Stream.generate(() -> new SubscriberId(UUID.randomUUID())).limit(count).forEach(mailed::add);
        var planned = new AlertState.Planned(count, clock.instant());
        assertThat(alerts.open(new Alert(AlertId.ofPost(post.id()), post, clock.instant(), planned))
                        .block(TIMEOUT))
                .isNotNull();
    }
}
