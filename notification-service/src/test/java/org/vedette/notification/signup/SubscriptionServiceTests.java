package org.vedette.notification.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class SubscriptionServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final List<Pending> mails = new CopyOnWriteArrayList<>();
    private final SubscriptionService service = new SubscriptionService(
            subscribers,
            pending -> Mono.fromRunnable(() -> mails.add(pending)),
            new ConfirmationLimits(Duration.ofDays(2), Duration.ofMinutes(10), 5),
            TestSubscribers::anId,
            clock);

    @Test
    void aNewAddressIsPendingAndGetsAMail() {
        subscribe();

        assertThat(mails).containsExactly((Pending) stored());
    }

    @Test
    void requestingAgainAtOnceRequestsTheSameMail() {
        subscribe();
        subscribe();

        assertThat(mails).extracting(Pending::requestedAt).containsOnly(clock.instant());
    }

    @Test
    void requestingAgainAfterThePauseRequestsAnotherMail() {
        subscribe();
        clock.advance(Duration.ofMinutes(10));
        subscribe();

        assertThat(mails)
                .extracting(Pending::requestedAt)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anAddressGetsFiveMailsADay() {
        for (var attempt = 0; attempt < 20; attempt++) {
            subscribe();
            clock.advance(Duration.ofMinutes(11));
        }

        assertThat(mails.stream().map(Pending::requestedAt).distinct()).hasSize(5);
    }

    @Test
    void onTheNextDayAnAddressGetsMailsAgain() {
        for (var attempt = 0; attempt < 6; attempt++) {
            subscribe();
            clock.advance(Duration.ofMinutes(11));
        }
        clock.advance(Duration.ofDays(1));
        subscribe();

        assertThat(mails.stream().map(Pending::requestedAt).distinct()).hasSize(6);
    }

    @Test
    void anActiveSubscriberGetsNoMail() {
        subscribe();
        replace(((Pending) stored()).confirm(clock.instant()));
        mails.clear();
        subscribe();

        assertThat(mails).isEmpty();
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
    void withoutLimitsEveryRequestIsAMail() {
        var unlimited = new SubscriptionService(
                subscribers,
                pending -> Mono.fromRunnable(() -> mails.add(pending)),
                ConfirmationLimits.none(Duration.ofDays(2)),
                TestSubscribers::anId,
                clock);

        for (var request = 0; request < 10; request++) {
            unlimited.subscribe(ADA).block(TIMEOUT);
        }

        assertThat(mails).hasSize(10);
    }

    @Test
    void aSuppressedSubscriberGetsNoMail() {
        subscribe();
        replace(((Pending) stored()).suppress("no such user", clock.instant()));
        mails.clear();
        subscribe();

        assertThat(mails).isEmpty();
    }

    @Test
    void manyRequestsAtTheSameTimeMakeOneSubscriberAndOneMail() {
        Flux.range(0, 50)
                .flatMap(attempt -> service.subscribe(ADA).subscribeOn(Schedulers.parallel()), 50)
                .blockLast(TIMEOUT);

        assertThat(mails.stream().distinct()).containsExactly((Pending) stored());
    }

    private void subscribe() {
        service.subscribe(ADA).block(TIMEOUT);
    }

    private Subscriber stored() {
        return subscribers.with(ADA).blockOptional(TIMEOUT).orElseThrow();
    }

    private void replace(Subscriber next) {
        assertThat(subscribers.replace(next).block(TIMEOUT)).isTrue();
    }
}
