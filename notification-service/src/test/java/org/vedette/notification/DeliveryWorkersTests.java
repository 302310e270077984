package org.vedette.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.notification.TestProperties.properties;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.delivery.AttemptService;
import org.vedette.notification.delivery.Claims;
import org.vedette.notification.delivery.ConfirmationSender;
import org.vedette.notification.delivery.DeliverySweeper;
import org.vedette.notification.delivery.InMemoryLedger;
import org.vedette.notification.delivery.Lease;
import org.vedette.notification.delivery.Mailer;
import org.vedette.notification.delivery.MessageService;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.RetryPolicy;
import org.vedette.notification.digests.TestDigests;
import org.vedette.notification.reports.TestReports;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.TestSubscribers;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.publisher.Mono;

/** The background workers as they are configured, with Errors that must not end them. */
class DeliveryWorkersTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final Lease lease = new Lease(Duration.ofMillis(300), Duration.ofMillis(100));
    private final Claims claims = new Claims(ledger, "me", lease, TestControls.none(), clock);
    private final AtomicInteger failures = new AtomicInteger(2);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();
    private final Mono<Reply> noReply = Mono.never();
    private final DeliveryConfiguration configuration = new DeliveryConfiguration();

    @Test
    void aLeaseRenewalSurvivesErrors() {
        var sweeper = aSweeper(noReply);
        requestAMail(sweeper);
        await().atMost(TIMEOUT).until(() -> mails.get() == 1);
        ledger.beforeRenewals(this::failTwiceWithAnError);

        assertRunsOn(configuration.leaseRenewal(sweeper, lease));
    }

    @Test
    void aSweepSurvivesErrors() {
        ledger.beforeReads(this::failTwiceWithAnError);

        assertRunsOn(configuration.deliverySweep(aSweeper(noReply), properties()));
    }

    @Test
    void aSweepAfterErrorsSendsWhatIsDue() {
        ledger.beforeReads(this::failTwiceWithAnError);
        var sweeper = aSweeper(Mono.just(new Reply.Accepted("250 ok")));
        var worker = configuration.deliverySweep(sweeper, properties());
        worker.start();
        requestAMail(sweeper);

        await().atMost(TIMEOUT).until(() -> mails.get() == 1 && worker.status().failures() == 0);
        worker.stop();
    }

    @Test
    void aSweepThatIsStoppedAndStartedAgainSendsWhatIsDue() throws Exception {
        var sweeper = aSweeper(Mono.just(new Reply.Accepted("250 ok")));
        var worker = configuration.deliverySweep(sweeper, properties());
        worker.start();
        worker.stop();
        sweeper.stop(); // Nothing is sent before a sweep.
        requestAMail(sweeper);

        worker.start();

        await().atMost(TIMEOUT).until(() -> mails.get() == 1);
        worker.stop();
    }

    private void assertRunsOn(BackgroundWorker worker) {
        worker.start();
        await().atMost(TIMEOUT).until(() -> runs.get() > 0 && worker.status().failures() == 0);
        assertThat(worker.status().alive()).isTrue();
        worker.stop();
    }

    private void failTwiceWithAnError() {
        if (failures.getAndDecrement() > 0) {
            throw new StackOverflowError("for a test");
        }
        runs.incrementAndGet();
    }

    private void requestAMail(DeliverySweeper sweeper) {
        var pending = TestSubscribers.aPendingSubscriber();
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
        new ConfirmationSender(ledger, sweeper, clock)
                .request(pending.id(), pending.requestedAt())
                .block(TIMEOUT);
    }

    private DeliverySweeper aSweeper(Mono<Reply> reply) {
        var unsubscribes = new UnsubscribeService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
        Mailer mailer = (message, allowed) -> reply.doOnSubscribe(begun -> mails.incrementAndGet());
        var attempts = new AttemptService(claims, mailer, unsubscribes, policy, clock);
        var messages = new MessageService(new InMemoryAlerts(), subscribers, TestDigests.none(), TestReports.none());
        return new DeliverySweeper(claims, messages, attempts, mailer, () -> true, 4);
    }
}
