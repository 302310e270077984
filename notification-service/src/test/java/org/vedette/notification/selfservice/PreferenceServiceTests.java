package org.vedette.notification.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.selfservice.PreferenceService.Choice;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.TestSubscribers;
import reactor.core.publisher.Mono;

class PreferenceServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final DigestSchedule WEEKLY = new DigestSchedule(DayOfWeek.FRIDAY, 16, null);
    private static final Choice CHOICE = new Choice(
            new Scope.Chosen(List.of("weekly"), List.of()),
            new Cadence.Digest(WEEKLY),
            List.of(new WatchTerm("evil.example")));

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final List<DigestSchedule> kept = new CopyOnWriteArrayList<>();
    private final PreferenceService service = new PreferenceService(
            subscribers, tokens, schedule -> Mono.fromRunnable(() -> kept.add(schedule)), ZoneOffset.UTC, clock);

    @Test
    void whatIsChosenIsStoredAndHoldsFromNowOn() {
        var active = added(anActiveSubscriber());

        choose(active);

        assertThat(stored(active).profile().preferences())
                .isEqualTo(new Preferences(CHOICE.scope(), CHOICE.cadence(), clock.instant(), CHOICE.watchTerms()));
    }

    @Test
    void theScheduleOfADigestIsKept() {
        choose(added(anActiveSubscriber()));

        assertThat(kept).containsExactly(WEEKLY);
    }

    @Test
    void aForgedLinkLeavesNoSchedule() {
        assertThat(service.choose("forged", CHOICE).blockOptional(TIMEOUT)).isEmpty();

        assertThat(kept).isEmpty();
    }

    @Test
    void whoChangesFromADailyDigestToAWeeklyOneIsNotToldAgainWhatTheLastOneTold() {
        var daily = new Preferences(
                new Scope.Everything(), new Cadence.Digest(new DigestSchedule(null, 7, null)), null, List.of());
        var active = added(anActiveSubscriber(daily));
        clock.advance(Duration.between(clock.instant(), Instant.parse("2030-11-27T12:00:00Z")));

        choose(active);

        assertThat(stored(active).profile().preferences().since()).isEqualTo(Instant.parse("2030-11-27T07:00:00Z"));
    }

    @Test
    void whoChangesFromOneDigestToAnotherMissesNothingOfTheTimeBefore() {
        var active = added(anActiveSubscriber());
        choose(active);
        var since = clock.instant();
        clock.advance(Duration.ofDays(3));

        service.choose(
                        tokens.unsubscribe(active.id()),
                        new Choice(
                                new Scope.Everything(),
                                new Cadence.Digest(new DigestSchedule(null, 7, null)),
                                List.of()))
                .block(TIMEOUT);

        assertThat(stored(active).profile().preferences().since()).isEqualTo(since);
    }

    @Test
    void aChangeThatAnotherOneOvertookIsMadeAgain() {
        var active = added(anActiveSubscriber());
        subscribers.overtakeNextChange(active);

        choose(active);

        assertThat(stored(active).profile().preferences().scope()).isEqualTo(CHOICE.scope());
    }

    @Test
    void whoHasLeftChoosesNothing() {
        var left = added(anUnsubscribedSubscriber());

        choose(left);

        assertThat(stored(left)).isEqualTo(left);
    }

    @Test
    void aTokenOfNobodyShowsAndChangesNothing() {
        var unknown = tokens.unsubscribe(TestSubscribers.anId());

        assertThat(service.subscriber(unknown).blockOptional(TIMEOUT)).isEmpty();
        assertThat(service.choose(unknown, CHOICE).blockOptional(TIMEOUT)).isEmpty();
        assertThat(service.choose("AAAA", CHOICE).blockOptional(TIMEOUT)).isEmpty();
    }

    private void choose(Subscriber subscriber) {
        service.choose(tokens.unsubscribe(subscriber.id()), CHOICE).block(TIMEOUT);
    }

    private Subscriber added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber;
    }

    private Subscriber stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(TIMEOUT).orElseThrow();
    }
}
