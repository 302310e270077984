package org.vedette.notification.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.delivery.AlertSender;
import org.vedette.notification.delivery.AttemptService;
import org.vedette.notification.delivery.Claims;
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
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.starter.failures.ProcessingStoppedException;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

class MailingListenerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final AtomicInteger mails = new AtomicInteger();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private BooleanSupplier backlog = () -> true;
    private final MailingListener listener = new MailingListener(
            aSender(), () -> backlog.getAsBoolean(), JsonMapper.builder().build(), Traces.OFF);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"alert\": \"no id!\", \"subscribers\": []}",
                "{\"alert\": \"an-alert\"}",
                "{\"alert\": \"an-alert\", \"subscribers\": [\"no UUID\"]}"
            })
    void aMalformedMailingIsUnreadable(String value) {
        assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> listener.on(record(value)));
    }

    @Test
    void aMailingOfAnUnknownAlertSendsNothing() {
        listener.on(record("{\"alert\": \"an-alert\", \"subscribers\": [\"0192f0c1-2345-7abc-8def-0123456789ab\"]}"));

        assertThat(mails).hasValue(0);
    }

    @Test
    void aMailingWaitsForThePostEventsFromBeforeTheStart() {
        var asked = new AtomicInteger();
        backlog = () -> {
            assertThat(mails).hasValue(0);
            return asked.incrementAndGet() == 3;
        };

        listener.on(aMailingOfOne());

        assertThat(asked).hasValue(3);
        assertThat(mails).hasValue(1);
    }

    @Test
    void aListenerThatStopsLeavesAWaitingMailingToOtherProcesses() {
        backlog = () -> {
            listener.stop();
            return false;
        };

        assertThatExceptionOfType(ProcessingStoppedException.class).isThrownBy(() -> listener.on(aMailingOfOne()));

        assertThat(mails).hasValue(0);
    }

    private ConsumerRecord<String, byte[]> aMailingOfOne() {
        var post = AlertedPost.of(aPost().publishedAt(clock.instant()).build());
        var alert =
                new Alert(AlertId.ofPost(post.id()), post, clock.instant(), new AlertState.Planned(1, clock.instant()));
        assertThat(alerts.open(alert).block(TIMEOUT)).isEqualTo(alert);
        var subscriber = anActiveSubscriber();
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return record("{\"alert\": \"" + alert.id() + "\", \"subscribers\": [\"" + subscriber.id() + "\"]}");
    }

    private static ConsumerRecord<String, byte[]> record(String value) {
        return new ConsumerRecord<>(MailingRecord.TOPIC, 0, 0, "key", value.getBytes(StandardCharsets.UTF_8));
    }

    private AlertSender aSender() {
        var claims = new Claims(
                new InMemoryLedger(),
                "me",
                new Lease(Duration.ofMinutes(1), Duration.ofSeconds(20)),
                TestControls.none(),
                clock);
        var unsubscribes = new UnsubscribeService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
        Mailer mailer = (message, allowed) -> Mono.just(new Reply.Accepted("250 ok " + mails.incrementAndGet()));
        var attempts = new AttemptService(claims, mailer, unsubscribes, policy, clock);
        var messages = new MessageService(alerts, subscribers, TestDigests.none(), TestReports.none());
        return new AlertSender(alerts, messages, claims, attempts, mailer, 4, VirtualTimeScheduler.create());
    }
}
