package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.digests.TestDigests;
import org.vedette.notification.reports.TestReports;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The sweeper's own threads, with a mail server that accepts every mail and replies only at the end. */
class DeliverySweeperTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMillis(300);
    private static final int REQUESTS = 300;

    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final AtomicInteger mails = new AtomicInteger();
    private final Sinks.One<Reply> answer = Sinks.one();
    private final Claims claims =
            new Claims(ledger, "me", new Lease(LEASE, Duration.ofMillis(100)), TestControls.none(), clock);
    private final DeliverySweeper sweeper = aSweeper();
    private final BackgroundWorker renewal =
            BackgroundWorker.every(claims.lease().renewalInterval(), "lease-renewal", sweeper::renewLeases);

    @AfterEach
    void stop() throws InterruptedException {
        answer();
        sweeper.stop();
        renewal.stop();
        claims.stop();
    }

    @Test
    void leasesAreRenewedWhileTheMailServerIsSlow() {
        for (var i = 0; i < REQUESTS; i++) {
            sweeper.wake(aRequest());
        }
        renewal.start();
        await().atMost(TIMEOUT).until(() -> mails.get() > 0);

        var first = ledger.rows().stream()
                .filter(row -> row.state() instanceof Claimed)
                .findFirst()
                .orElseThrow();
        var claimedAt = ((Claimed) first.state()).at();

        await().atMost(TIMEOUT)
                .until(() -> ledger.row(first.id()).state() instanceof Claimed now
                        && now.at().isAfter(claimedAt.plus(LEASE.multipliedBy(2))));
    }

    @Test
    void requestsBeyondTheCapacityOfTheQueueAreLeftToTheSweep() {
        for (var i = 0; i < REQUESTS; i++) {
            sweeper.wake(aRequest());
        }
        await().atMost(TIMEOUT).until(() -> mails.get() == 2);
        answer();

        await().atMost(TIMEOUT).until(() -> mails.get() == 102);
        sweeper.sweep();

        assertThat(mails).hasValue(REQUESTS);
    }

    private Delivery aRequest() {
        var pending = aPendingSubscriber();
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
        var due = Delivery.due(new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt()), clock.instant());
        assertThat(ledger.open(due).block(TIMEOUT)).isTrue();
        return due;
    }

    private DeliverySweeper aSweeper() {
        var unsubscribes = new UnsubscribeService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
        var attempts = new AttemptService(claims, this::mail, unsubscribes, policy, clock);
        return new DeliverySweeper(
                claims,
                new MessageService(new InMemoryAlerts(), subscribers, TestDigests.none(), TestReports.none()),
                attempts,
                this::mail,
                () -> true,
                4);
    }

    private void answer() {
        var unused = answer.tryEmitValue(new Reply.Accepted("250 ok"));
    }

    private Mono<Reply> mail(Message.Mailable message, BooleanSupplier allowed) {
        return answer.asMono().doOnSubscribe(begun -> mails.incrementAndGet());
    }
}
