package org.vedette.notification.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.TestSubscribers;
import reactor.core.publisher.Mono;

class AlertPlannerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final List<Mailing> mailings = new CopyOnWriteArrayList<>();
    private final AtomicInteger failAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final AlertPlanner planner = new AlertPlanner(
            alerts, subscribers, this::send, SecondLook.NONE, new PlanningRules(Duration.ofDays(2), 10), clock);
    private final AlertedPost post =
            AlertedPost.of(aPost().publishedAt(clock.instant()).build());

    @Test
    void everyActiveSubscriberIsInExactlyOneMailing() {
        var audience = anAudienceOf(25);

        plan(post);

        assertThat(mailings.stream().flatMap(mailing -> mailing.subscribers().stream()))
                .containsExactlyInAnyOrderElementsOf(audience);
    }

    @Test
    void onlyThoseWhoWantThePostAtOnceAreInAMailing() {
        var everything = added(TestSubscribers.anActiveSubscriber());
        var ofTheSeries = added(aSubscriberTo(List.of("weekly"), List.of()));
        var ofTheTag = added(aSubscriberTo(List.of(), List.of("phishing", "malware")));
        added(aSubscriberTo(List.of("monthly"), List.of("malware")));
        added(TestSubscribers.anActiveSubscriber(new Preferences(
                new Scope.Everything(), new Cadence.Digest(new DigestSchedule(null, 7, null)), null, List.of())));

        plan(post);

        assertThat(mailings.stream().flatMap(mailing -> mailing.subscribers().stream()))
                .containsExactlyInAnyOrder(everything, ofTheSeries, ofTheTag);
    }

    @Test
    void aMailingHoldsNoMoreThanAChunk() {
        anAudienceOf(25);

        plan(post);

        assertThat(mailings).extracting(mailing -> mailing.subscribers().size()).containsExactly(10, 10, 5);
    }

    @Test
    void theAlertKnowsItsAudience() {
        anAudienceOf(25);

        plan(post);

        assertThat(stored()).isEqualTo(new AlertState.Planned(25, clock.instant()));
    }

    @Test
    void anAlertWithoutAnAudienceIsPlannedToo() {
        plan(post);

        assertThat(stored()).isEqualTo(new AlertState.Planned(0, clock.instant()));
    }

    @Test
    void aPostIsPlannedOnce() {
        anAudienceOf(5);

        plan(post);
        plan(post);

        assertThat(mailings).hasSize(1);
    }

    @Test
    void anInterruptedPlanIsMadeAgain() {
        var audience = anAudienceOf(25);
        failAfter.set(1);
        assertThatIllegalStateException().isThrownBy(() -> plan(post));
        failAfter.set(Integer.MAX_VALUE);

        plan(post);

        assertThat(mailings.stream().flatMap(mailing -> mailing.subscribers().stream()))
                .containsAll(audience);
    }

    @Test
    void aPostThatIsTooOldGetsNoMails() {
        anAudienceOf(5);

        clock.advance(Duration.ofDays(2).plusSeconds(1));
        plan(post);

        assertThat(mailings).isEmpty();
        assertThat(stored()).isEqualTo(new AlertState.TooOld());
    }

    @Test
    void aQuietPostGetsNoAlertAndOneThatComesBackGetsNoSecond() {
        anAudienceOf(5);

        planner.followQuietly(post, 1).block(TIMEOUT);

        assertThat(mailings).isEmpty();
        assertThat(alerts.with(AlertId.ofPost(post.id())).blockOptional(TIMEOUT))
                .isEmpty();
        plan(post);
        planner.withdraw(post.id(), 2).block(TIMEOUT);
        planner.followQuietly(post, 1).block(TIMEOUT);
        assertThat(mailings).hasSize(1);
        assertThat(stored()).isInstanceOf(AlertState.Withdrawn.class);
    }

    @Test
    void theAlertAboutAWithdrawnPostIsWithdrawn() {
        anAudienceOf(5);
        plan(post);

        planner.withdraw(post.id(), 2).block(TIMEOUT);

        assertThat(stored()).isEqualTo(new AlertState.Withdrawn(5, clock.instant(), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREEN", "AMBER", "AMBER+STRICT", "RED", "a label of tomorrow"})
    void aPostThatIsNotPublicIsAnnouncedToNobody(String label) {
        anAudienceOf(5);

        plan(labelled(label));

        assertThat(mailings).isEmpty();
        assertThat(alerts.with(AlertId.ofPost(post.id())).blockOptional(TIMEOUT))
                .isEmpty();
    }

    @Test
    void theAlertAboutAPostWhoseLabelIsRaisedIsWithdrawn() {
        anAudienceOf(5);
        plan(post);

        plan(labelled("AMBER"));

        assertThat(stored()).isEqualTo(new AlertState.Withdrawn(5, clock.instant(), 2));
    }

    @Test
    void aPostThatBecomesPublicIsAnnounced() {
        anAudienceOf(5);
        plan(labelled("RED"));

        plan(labelled("CLEAR"));

        assertThat(mailings).hasSize(1);
    }

    @Test
    void aPostThatIsPublicAgainIsAnnouncedToNobodyAgain() {
        anAudienceOf(5);
        plan(post);
        plan(labelled("RED"));

        plan(post);

        assertThat(mailings).hasSize(1);
        assertThat(stored()).isInstanceOf(AlertState.Withdrawn.class);
    }

    @Test
    void theAlertKnowsTheNewestRevisionThatHidThePost() {
        plan(post);
        var first = clock.instant();
        planner.withdraw(post.id(), 2).block(TIMEOUT);
        clock.advance(Duration.ofHours(1));

        planner.withdraw(post.id(), 5).block(TIMEOUT);
        planner.withdraw(post.id(), 2).block(TIMEOUT);

        assertThat(stored()).isEqualTo(new AlertState.Withdrawn(0, first, 5));
    }

    @Test
    void withdrawingAPostWithoutAnAlertDoesNothing() {
        planner.withdraw(post.id(), 2).block(TIMEOUT);

        assertThat(alerts.with(AlertId.ofPost(post.id())).blockOptional(TIMEOUT))
                .isEmpty();
    }

    @Test
    void aWithdrawalThatLosesAgainstTheEndOfThePlanningIsRepeated() {
        alerts.open(planning()).block(TIMEOUT);
        alerts.beforeNextReplace(() -> alerts.replace(planning(), planning().planned(7, clock.instant())));

        planner.withdraw(post.id(), 2).block(TIMEOUT);

        assertThat(stored()).isEqualTo(new AlertState.Withdrawn(7, clock.instant(), 2));
    }

    @Test
    void aPlanThatLosesAgainstAWithdrawalLeavesTheAlertWithdrawn() {
        anAudienceOf(5);
        alerts.beforeNextReplace(() -> planner.withdraw(post.id(), 2));

        plan(post);

        assertThat(stored()).isInstanceOf(AlertState.Withdrawn.class);
    }

    private AlertedPost labelled(String label) {
        return AlertedPost.of(
                aPost().id(post.id()).marked(label).publishedAt(clock.instant()).build());
    }

    private Alert planning() {
        return Alert.about(post, clock.instant(), Duration.ofDays(2));
    }

    private Mono<Void> send(Mailing mailing) {
        return mailings.size() >= failAfter.get()
                ? Mono.error(new IllegalStateException("the broker is unavailable"))
                : Mono.fromRunnable(() -> mailings.add(mailing));
    }

    private void plan(AlertedPost alerted) {
        planner.follow(alerted, alerted.isPublic() ? 1 : 2, PostTopics.of("weekly", List.of("phishing")))
                .block(TIMEOUT);
    }

    private static Active aSubscriberTo(List<String> series, List<String> tags) {
        var scope = new Scope.Chosen(series, tags);
        return TestSubscribers.anActiveSubscriber(new Preferences(scope, new Cadence.Immediate(), null, List.of()));
    }

    @CanIgnoreReturnValue
    private SubscriberId added(Active subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber.id();
    }

    @CanIgnoreReturnValue
    private List<SubscriberId> anAudienceOf(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> TestSubscribers.anActiveSubscriber())
                .peek(active ->
                        assertThat(subscribers.add(active).block(TIMEOUT)).isTrue())
                .map(active -> active.id())
                .toList();
    }

    private AlertState stored() {
        return alerts.with(AlertId.ofPost(post.id()))
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .state();
    }
}
