package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.notification.subscribers.SubscribersForTests.aPendingOne;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.subscribers.DepartureService;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The relay's own threads, with a mail server that takes every mail and answers only at the end. */
class DeliveryRelayTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMillis(300);
    private static final int REQUESTS = 300;

    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final AtomicInteger mails = new AtomicInteger();
    private final Sinks.One<Reply> answer = Sinks.one();
    private final Claims claims = new Claims(ledger, "me", LEASE, clock);
    private final DeliveryRelay relay = aRelay(Duration.ofMillis(50));

    @AfterEach
    void stop() throws InterruptedException {
        answer();
        relay.stop();
        claims.stop();
    }

    @Test
    void aSlowMailServerLetsNoLeaseRunOut() {
        for (var i = 0; i < REQUESTS; i++) {
            relay.wake(aRequest());
        }
        relay.start();
        await().atMost(PATIENCE).until(() -> mails.get() > 0);

        var first = ledger.rows().stream()
                .filter(row -> row.state() instanceof Claimed)
                .findFirst()
                .orElseThrow();
        var claimedAt = ((Claimed) first.state()).at();

        await().atMost(PATIENCE)
                .until(() -> ledger.row(first.id()).state() instanceof Claimed now
                        && now.at().isAfter(claimedAt.plus(LEASE.multipliedBy(2))));
    }

    @Test
    void requestsBeyondWhatTheRelayCanTakeAreLeftToTheSweep() {
        for (var i = 0; i < REQUESTS; i++) {
            relay.wake(aRequest());
        }
        await().atMost(PATIENCE).until(() -> mails.get() == 2);
        answer();

        await().atMost(PATIENCE).until(() -> mails.get() == 102);
        relay.sweep().block(PATIENCE);

        assertThat(mails).hasValue(REQUESTS);
    }

    private Delivery aRequest() {
        var pending = aPendingOne();
        assertThat(subscribers.add(pending).block(PATIENCE)).isTrue();
        var due = Delivery.due(new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt()), clock.instant());
        assertThat(ledger.open(due).block(PATIENCE)).isTrue();
        return due;
    }

    private DeliveryRelay aRelay(Duration pause) {
        var departures = new DepartureService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));
        var attempts = new AttemptService(claims, this::mail, departures, policy, clock);
        return new DeliveryRelay(claims, new LetterService(new InMemoryAlerts(), subscribers), attempts, pause, 4);
    }

    private void answer() {
        var unused = answer.tryEmitValue(new Reply.Accepted("250 ok"));
    }

    private Mono<Reply> mail(Letter.Mailable letter) {
        return answer.asMono().doOnSubscribe(begun -> mails.incrementAndGet());
    }
}
