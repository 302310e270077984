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
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.Subscriber;
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
