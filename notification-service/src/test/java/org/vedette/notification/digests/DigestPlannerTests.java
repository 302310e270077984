package org.vedette.notification.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.notification.digests.TestDigests.aDigestedPost;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.digests.DigestRun.State;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** The clock stands at nine on a Monday. */
class DigestPlannerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final DigestSchedule DAILY = new DigestSchedule(null, 7, null);
    private static final DigestSchedule WEEKLY = new DigestSchedule(DayOfWeek.MONDAY, 7, null);

    private final MutableClock clock = new MutableClock();
    private final InMemoryDigestSchedules schedules = new InMemoryDigestSchedules();
    private final InMemoryDigestRuns runs = new InMemoryDigestRuns();
    private final InMemoryDigestedPosts posts = new InMemoryDigestedPosts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final List<Mailing> mailings = new CopyOnWriteArrayList<>();
    private final AtomicInteger failAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicBoolean backlogIsProcessed = new AtomicBoolean(true);
    private final DigestPlanner planner = aPlanner();

    @BeforeEach
    void keepTheSchedules() {
        planner.keep(DAILY).then(planner.keep(WEEKLY)).block(TIMEOUT);
    }

    @Test
    void whatWasPublishedInADayIsInOneDigestToThoseWhoGetItDaily() {
        var daily = aSubscriberBy(DAILY);
        aSubscriberBy(WEEKLY);
        var post = published();

        clock.advance(DAY);
        planner.run();

        assertThat(runs()).hasSize(1);
        assertThat(runs().get(0).posts()).containsExactly(post.id());
        assertThat(runs().get(0).state()).isEqualTo(State.PLANNED);
        assertThat(runs().get(0).audience()).isEqualTo(1);
        assertThat(mailings).containsExactly(new Mailing(runs().get(0).id(), List.of(daily)));
    }

    @Test
    void nothingIsDueBeforeItsTimeAndTheGraceAfterIt() {
        aSubscriberBy(DAILY);
        published();

        clock.advance(Duration.ofHours(22).plusSeconds(59));
        planner.run();
        assertThat(runs()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        planner.run();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void whatIsPublishedAfterItsTimeIsInTheNextOne() {
        aSubscriberBy(DAILY);
        clock.advance(Duration.ofHours(22).plusSeconds(30));
        var late = published();

        clock.advance(Duration.ofMinutes(1));
        planner.run();
        assertThat(runs()).extracting(DigestRun::state).containsExactly(State.EMPTY);

        clock.advance(DAY);
        planner.run();
        assertThat(runs().get(0).posts()).containsExactly(late.id());
    }

    @Test
    void aPostWhoseWriteTakesLongerThanTheGraceIsInTheNextOneAndOnlyThere() {
        aSubscriberBy(DAILY);
        var inTime = published();
        clock.advance(Duration.ofHours(22).minusSeconds(1));
        var listedAt = clock.instant();
        clock.advance(Duration.ofMinutes(2));
        planner.run();
        var slow = aDigestedPost(listedAt);
        posts.list(slow, listedAt).block(TIMEOUT);

        clock.advance(DAY);
        planner.run();
        clock.advance(DAY);
        planner.run();

        assertThat(runs())
                .extracting(DigestRun::posts)
                .containsExactly(List.of(), List.of(slow.id()), List.of(inTime.id()));
    }

    @Test
    void aScheduleThatNobodyGetsDigestsByMakesNoRuns() {
        published();

        clock.advance(DAY);
        planner.run();

        assertThat(runs()).isEmpty();
    }

    @Test
    void aPeriodIsToldOnceHoweverOftenOneLooks() {
        aSubscriberBy(DAILY);
        published();
        clock.advance(DAY);

        planner.run();
        planner.run();
        clock.advance(Duration.ofHours(5));
        aPlanner().run();

        assertThat(runs()).hasSize(1);
        assertThat(mailings).hasSize(1);
    }

    @Test
    void withNothingToTellNothingIsSent() {
        aSubscriberBy(DAILY);

        clock.advance(DAY);
        planner.run();

        assertThat(runs()).extracting(DigestRun::state).containsExactly(State.EMPTY);
        assertThat(mailings).isEmpty();
    }

    @Test
    void afterADowntimeThereIsOneDigestAboutAllOfIt() {
        aSubscriberBy(DAILY);
        var first = published();
        clock.advance(Duration.ofDays(3));
        var second = published();
        clock.advance(Duration.ofDays(2));

        planner.run();

        assertThat(runs()).hasSize(1);
        assertThat(runs().get(0).posts()).containsExactly(first.id(), second.id());
        assertThat(mailings).hasSize(1);
    }

    @Test
    void aWeekIsToldOnItsDay() {
        aSubscriberBy(WEEKLY);
        var post = published();

        clock.advance(Duration.ofDays(6));
        planner.run();
        assertThat(runs()).noneMatch(run -> run.schedule().equals(WEEKLY));

        clock.advance(DAY);
        planner.run();
        assertThat(runs().stream().filter(run -> run.schedule().equals(WEEKLY)))
                .singleElement()
                .satisfies(run -> assertThat(run.posts()).containsExactly(post.id()));
    }

    @Test
    void aPlanThatFailedIsRepeatedUnderTheSameIdWithTheSamePosts() {
        aSubscriberBy(DAILY);
        aSubscriberBy(DAILY);
        var post = published();
        clock.advance(DAY);
        failAfter.set(1);
        assertThatThrownBy(planner::run).hasMessageContaining("the broker is unavailable");
        clock.advance(Duration.ofMinutes(5));
        published();

        failAfter.set(Integer.MAX_VALUE);
        planner.run();

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.posts()).containsExactly(post.id());
            assertThat(run.state()).isEqualTo(State.PLANNED);
            assertThat(run.audience()).isEqualTo(2);
        });
        assertThat(mailings)
                .extracting(Mailing::alert)
                .containsOnly(runs().get(0).id());
    }

    @Test
    void aProcessThatDiedAfterTheStepAndBeforeTheRunIsContinuedByAnother() {
        aSubscriberBy(DAILY);
        var post = published();
        clock.advance(DAY);
        var kept = keptDaily();
        assertThat(schedules
                        .advance(kept, kept.advancedTo(Instant.parse("2026-11-24T07:00:00Z")))
                        .block(TIMEOUT))
                .isTrue();

        planner.run();

        assertThat(runs())
                .singleElement()
                .satisfies(run -> assertThat(run.posts()).containsExactly(post.id()));
        assertThat(mailings).hasSize(1);
    }

    @Test
    void aProcessWithAnOldPictureOfTheScheduleMakesNoSecondRun() {
        aSubscriberBy(DAILY);
        published();
        var old = keptDaily();
        clock.advance(DAY);
        planner.run();

        assertThat(schedules
                        .advance(old, old.advancedTo(Instant.parse("2026-11-25T07:00:00Z")))
                        .block(TIMEOUT))
                .isFalse();
    }

    @Test
    void nothingIsPlannedBeforeThePostEventsOfTheTimeBeforeAreProcessed() {
        aSubscriberBy(DAILY);
        published();
        clock.advance(DAY);
        backlogIsProcessed.set(false);

        planner.run();

        assertThat(runs()).isEmpty();
    }

    @Test
    void theFirstDigestTellsOfWhatCameSinceTheTimeItWasDueLast() {
        var hourly = new DigestSchedule(null, 12, null);
        var post = published();
        planner.keep(hourly).block(TIMEOUT);
        aSubscriberBy(hourly);

        clock.advance(Duration.ofHours(4));
        planner.run();

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.from()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
            assertThat(run.posts()).containsExactly(post.id());
        });
    }

    private KeptSchedule keptDaily() {
        return schedules
                .all()
                .filter(each -> each.schedule().equals(DAILY))
                .single()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private DigestPlanner aPlanner() {
        return new DigestPlanner(
                new DigestStores(schedules, runs, posts),
                subscribers,
                this::send,
                backlogIsProcessed::get,
                new DigestPlanner.Rules(1, Duration.ofMinutes(1), ZoneId.of("UTC")),
                clock);
    }

    private Mono<Void> send(Mailing mailing) {
        return Mono.defer(() -> mailings.size() >= failAfter.get()
                ? Mono.error(new IllegalStateException("the broker is unavailable"))
                : Mono.fromRunnable(() -> mailings.add(mailing)));
    }

    @CanIgnoreReturnValue
    private SubscriberId aSubscriberBy(DigestSchedule schedule) {
        var active = anActiveSubscriber(
                new Preferences(new Scope.Everything(), new Cadence.Digest(schedule), null, List.of()));
        assertThat(subscribers.add(active).block(TIMEOUT)).isTrue();
        return active.id();
    }

    @CanIgnoreReturnValue
    private DigestedPost published() {
        var post = aDigestedPost(clock.instant());
        posts.list(post, clock.instant()).block(TIMEOUT);
        return post;
    }

    private List<DigestRun> runs() {
        return runs.newest(100).collectList().blockOptional(TIMEOUT).orElseThrow();
    }
}
