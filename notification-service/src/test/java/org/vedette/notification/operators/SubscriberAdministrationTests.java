package org.vedette.notification.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.journal.Journal;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.TestSubscribers;
import org.vedette.notification.subscribers.Unsubscribed;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SubscriberAdministrationTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final SubscriberAdministration administration =
            new SubscriberAdministration(subscribers, new NoMails(), Journal.NONE, clock);

    @Test
    void aSuppressedSubscriberSaysByWhomAndWhy() {
        var active = added(anActiveSubscriber());

        administration.suppress(active.id(), "Ada", " asked by phone ").block(TIMEOUT);

        assertThat(stored(active))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo("by hand, by Ada: asked by phone"));
    }

    @Test
    void aLiftedSubscriberGetsMailAgainAndIsActiveSinceTheConfirmation() {
        var active = (Active) added(anActiveSubscriber());
        administration.suppress(active.id(), "Ada", "").block(TIMEOUT);

        administration.lift(active.id()).block(TIMEOUT);

        assertThat(stored(active))
                .isEqualTo(new Active(
                        active.id(), active.address(), active.revision() + 2, active.profile(), active.confirmedAt()));
    }

    @Test
    void whoHadNotConfirmedHasLeftWhenTheSuppressionIsLifted() {
        var pending = added(aPendingSubscriber());
        administration.suppress(pending.id(), "Ada", "").block(TIMEOUT);

        administration.lift(pending.id()).block(TIMEOUT);

        assertThat(stored(pending)).isInstanceOf(Unsubscribed.class);
    }

    @Test
    void aStrangersSignUpDoesNotLoseWhoIsLifted() {
        var active = anActiveSubscriber();
        var stranger = new Consent(clock.instant(), "198.51.100.7", "words", "2", null);
        var pending = active.suppress("550 no", clock.instant()).subscribe(stranger, clock.instant());
        added(pending);

        administration.lift(active.id()).block(TIMEOUT);

        assertThat(stored(active))
                .isEqualTo(new Active(
                        active.id(), active.address(), pending.revision() + 1, active.profile(), active.confirmedAt()));
    }

    @Test
    void whoIsSuppressedAgainWhileSomebodyAsksIsLiftedAsBefore() {
        var active = anActiveSubscriber();
        added(active.suppress("550 no", clock.instant()).subscribe(null, clock.instant()));

        administration.suppress(active.id(), "Ada", "").block(TIMEOUT);
        administration.lift(active.id()).block(TIMEOUT);

        assertThat(stored(active)).isInstanceOf(Active.class);
    }

    @Test
    void aChangeThatAnotherOneOvertookIsMadeAgain() {
        var active = added(anActiveSubscriber());
        subscribers.overtakeNextChange(active);

        administration.suppress(active.id(), "Ada", "").block(TIMEOUT);

        assertThat(stored(active)).isInstanceOf(Suppressed.class);
    }

    @Test
    void whoIsNotThereIsNotChanged() {
        assertThat(administration.suppress(TestSubscribers.anId(), "Ada", "").blockOptional(TIMEOUT))
                .isEmpty();
        assertThat(administration.lift(TestSubscribers.anId()).blockOptional(TIMEOUT))
                .isEmpty();
    }

    @CanIgnoreReturnValue
    private Subscriber added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber;
    }

    private Subscriber stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(TIMEOUT).orElseThrow();
    }

    private static final class NoMails implements DeliveryHistory {

        @Override
        public Flux<Mail> of(SubscriberId subscriber) {
            return Flux.empty();
        }

        @Override
        public Mono<Void> forget(Subscriber subscriber) {
            return Mono.empty();
        }
    }
}
