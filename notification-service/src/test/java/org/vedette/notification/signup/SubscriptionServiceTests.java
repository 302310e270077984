package org.vedette.notification.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.Consent;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Pending.Ending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.TestSubscribers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SubscriptionServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private static final Consent CONSENT =
            new Consent(TestSubscribers.THEN, "192.0.2.1", "We send you mail.", "1", null);

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final List<Instant> requests = new CopyOnWriteArrayList<>();
    private final SubscriptionService service =
            serviceWith(new ConfirmationLimits(Duration.ofDays(2), Duration.ofMinutes(10), 5));

    @Test
    void aNewAddressIsPendingAndGetsAMail() {
        subscribe();

        assertThat(mails()).containsExactly(((Pending) stored()).requestedAt());
    }

    @Test
    void theConsentIsKept() {
        subscribe();

        assertThat(stored().profile().consent()).isEqualTo(CONSENT);
    }

    @Test
    void aNewSubscriberGetsWhatTheSiteHasChosen() {
        subscribe();

        assertThat(stored().profile().preferences()).isEqualTo(Preferences.EVERYTHING);
    }

    @Test
    void requestingAgainAtOnceRequestsTheSameMail() {
        subscribe();
        subscribe();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void requestingAgainWithinThePauseRequestsNoMail() {
        subscribe();
        clock.advance(Duration.ofMinutes(9));
        subscribe();

        assertThat(mails()).hasSize(1);
    }

    @Test
    void requestingAgainAfterThePauseRequestsAnotherMail() {
        subscribe();
        clock.advance(Duration.ofMinutes(10));
        subscribe();

        assertThat(mails()).hasSize(2);
    }

    @Test
    void anAddressGetsFiveMailsADay() {
        for (var attempt = 0; attempt < 20; attempt++) {
            subscribe();
            clock.advance(Duration.ofMinutes(11));
        }

        assertThat(mails()).hasSize(5);
    }

    @Test
    void onTheNextDayAnAddressGetsMailsAgain() {
        for (var attempt = 0; attempt < 6; attempt++) {
            subscribe();
            clock.advance(Duration.ofMinutes(11));
        }
        clock.advance(Duration.ofDays(1));
        subscribe();

        assertThat(mails()).containsExactly(clock.instant());
    }

    @Test
    void anActiveSubscriberStaysSo() {
        subscribe();
        replace(((Pending) stored()).confirm(null, clock.instant()));
        subscribe();

        assertThat(stored()).isInstanceOf(Active.class);
    }

    @Test
    void anUnsubscribedSubscriberMaySubscribeAgainWithALinkOfANewGeneration() {
        subscribe();
        var before = (Pending) stored();
        replace(before.unsubscribe(clock.instant()));
        subscribe();

        assertThat(((Pending) stored()).generation()).isGreaterThan(before.generation());
    }

    @Test
    void aSuppressedSubscriberMayComeBackByConfirmingAnew() {
        subscribe();
        replace(((Pending) stored()).suppress("no such user", clock.instant()));
        subscribe();

        assertThat(mails()).containsExactly(clock.instant());
        assertThat(((Pending) stored()).before()).isEqualTo(new Ending(clock.instant(), "no such user", CONSENT, null));
    }

    @Test
    void withoutLimitsEveryRequestIsAMail() {
        var unlimited = serviceWith(ConfirmationLimits.none(Duration.ofDays(2)));

        for (var request = 0; request < 10; request++) {
            unlimited.subscribe(ADA, CONSENT).block(TIMEOUT);
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(mails()).hasSize(10);
    }

    @Test
    void manyRequestsAtTheSameTimeMakeOneSubscriberAndOneMail() {
        Flux.range(0, 50)
                .flatMap(attempt -> service.subscribe(ADA, CONSENT).subscribeOn(Schedulers.parallel()), 50)
                .blockLast(TIMEOUT);

        assertThat(mails()).hasSize(1);
    }

    /** What an attacker can measure: how often the store is read and written, and how many mails are requested. */
    @ParameterizedTest
    @MethodSource("knownAddresses")
    void theWorkForAKnownAddressIsThatForAnUnknownOne(UnaryOperator<Subscriber> known) {
        var work = new CopyOnWriteArrayList<String>();
        var observed = new SubscriptionService(
                new ObservedSubscribers(subscribers, work),
                (id, at) -> Mono.fromRunnable(() -> work.add("mail")),
                new ConfirmationLimits(Duration.ofDays(2), Duration.ofMinutes(10), 5),
                Preferences.EVERYTHING,
                TestSubscribers::anId,
                clock);
        observed.subscribe(ADA, CONSENT).block(TIMEOUT);
        var forAnUnknownOne = List.copyOf(work);
        var next = known.apply(stored());
        assertThat(next == stored()
                        || Boolean.TRUE.equals(subscribers.replace(next).block(TIMEOUT)))
                .isTrue();

        work.clear();
        observed.subscribe(ADA, CONSENT).block(TIMEOUT);

        assertThat(work).isEqualTo(forAnUnknownOne).containsExactly("read", "write", "mail");
    }

    static Stream<UnaryOperator<Subscriber>> knownAddresses() {
        return Stream.of(
                pending -> pending,
                pending -> ((Pending) pending).confirm(null, TestSubscribers.THEN),
                pending -> ((Pending) pending).unsubscribe(TestSubscribers.THEN),
                pending -> ((Pending) pending).suppress("no such user", TestSubscribers.THEN));
    }

    private SubscriptionService serviceWith(ConfirmationLimits limits) {
        return new SubscriptionService(
                subscribers,
                (id, at) -> Mono.fromRunnable(() -> requests.add(at)),
                limits,
                Preferences.EVERYTHING,
                TestSubscribers::anId,
                clock);
    }

    /** The requests that the subscriber still awaits: those of which a mail is sent. */
    private List<Instant> mails() {
        var pending = (Pending) stored();
        return requests.stream().distinct().filter(pending::awaits).toList();
    }

    private void subscribe() {
        service.subscribe(ADA, CONSENT).block(TIMEOUT);
    }

    private Subscriber stored() {
        return subscribers.with(ADA).blockOptional(TIMEOUT).orElseThrow();
    }

    private void replace(Subscriber next) {
        assertThat(subscribers.replace(next).block(TIMEOUT)).isTrue();
    }
}
