package org.vedette.notification.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.aSuppressedSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.TestSubscribers;
import org.vedette.notification.subscribers.Unsubscribed;

class UnconfirmedPurgeTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MONTH = Duration.ofDays(30);

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final UnconfirmedPurge purge = new UnconfirmedPurge(subscribers, MONTH, clock);

    @Test
    void whoDoesNotConfirmIsForgottenAfterAMonth() {
        var pending = added(aPendingSubscriber());

        clock.advance(Duration.between(clock.instant(), TestSubscribers.THEN.plus(MONTH)));
        purge.run();
        assertThat(stored(pending)).contains(pending);

        clock.advance(Duration.ofMillis(1));
        purge.run();
        assertThat(stored(pending)).isEmpty();
    }

    @Test
    void whoHadLeftBeforeHasLeftAgain() {
        var left = anUnsubscribedSubscriber();
        var pending = added(left.subscribe(null, TestSubscribers.THEN));

        clock.advance(MONTH);
        purge.run();

        assertThat(stored(pending)).containsInstanceOf(Unsubscribed.class);
        assertThat(stored(pending)).get().extracting("unsubscribedAt").isEqualTo(left.unsubscribedAt());
    }

    @Test
    void whoWasSuppressedBeforeIsSoAgain() {
        var pending = added(aSuppressedSubscriber().subscribe(null, TestSubscribers.THEN));

        clock.advance(MONTH);
        purge.run();

        assertThat(stored(pending)).get().extracting("reason").isEqualTo("550 5.1.1 no such user");
    }

    @Test
    void whatAStrangerSentIsForgottenAndTheEarlierConsentRestored() {
        var consent = new Consent(TestSubscribers.THEN, "192.0.2.1", "We send you mail.", "1", "192.0.2.1");
        var stranger = new Consent(clock.instant(), "198.51.100.7", "We send you mail.", "2", null);
        var pending = Pending.first(
                TestSubscribers.anId(),
                new EmailAddress("ada@example.org"),
                new Profile(Preferences.EVERYTHING, consent, null),
                TestSubscribers.THEN);
        var active = pending.confirm("192.0.2.1", TestSubscribers.THEN);
        var suppressed = active.suppress("550 5.1.1 no such user", TestSubscribers.THEN);
        var asked = added(suppressed.subscribe(stranger, TestSubscribers.THEN));

        clock.advance(MONTH);
        purge.run();

        assertThat(stored(asked))
                .contains(new Suppressed(
                        suppressed.id(),
                        suppressed.address(),
                        asked.revision() + 1,
                        active.profile(),
                        suppressed.reason(),
                        suppressed.since(),
                        active.confirmedAt()));
    }

    @Test
    void whoHasConfirmedStays() {
        var active = added(anActiveSubscriber());

        clock.advance(MONTH.multipliedBy(2));
        purge.run();

        assertThat(stored(active)).contains(active);
    }

    private Subscriber added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber;
    }

    private Optional<Subscriber> stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(TIMEOUT);
    }
}
