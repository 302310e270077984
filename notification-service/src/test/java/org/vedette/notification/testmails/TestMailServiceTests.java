package org.vedette.notification.testmails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

class TestMailServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final List<TestMail> mails = new ArrayList<>();
    private final TestMailService service = new TestMailService(
            alerts, new InMemoryTestMailLog(), mail -> Mono.fromRunnable(() -> mails.add(mail)), 2, clock);

    @Test
    void aPersonMayHaveSoManySentADay() {
        var alert = anAlert(new AlertState.Planning());
        assertThat(service.send(alert, ADA, "Ada").block(TIMEOUT)).isOne();
        assertThat(service.send(alert, ADA, "Ada").block(TIMEOUT)).isZero();

        assertThatExceptionOfType(TooManyTestMailsException.class)
                .isThrownBy(() -> service.send(alert, ADA, "Ada").block(TIMEOUT));
        assertThat(service.send(alert, ADA, "Grace").block(TIMEOUT)).isOne();
        clock.advance(Duration.ofDays(1));
        assertThat(service.send(alert, ADA, "Ada").block(TIMEOUT)).isOne();
        assertThat(mails).hasSize(4);
    }

    @Test
    void nothingIsMailedAboutAPostThatIsNotPublicAnyMore() {
        var alert = anAlert(new AlertState.Withdrawn(3, clock.instant(), 2));

        assertThatExceptionOfType(ControlRefusedException.class)
                .isThrownBy(() -> service.send(alert, ADA, "Ada").block(TIMEOUT));
        assertThat(service.send(AlertId.ofPost(UUID.randomUUID()), ADA, "Ada").blockOptional(TIMEOUT))
                .isEmpty();
        assertThat(mails).isEmpty();
    }

    private AlertId anAlert(AlertState state) {
        var post = AlertedPost.of(aPost().build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, clock.instant(), state);
        assertThat(alerts.open(alert).block(TIMEOUT)).isEqualTo(alert);
        return alert.id();
    }

    private static final class InMemoryTestMailLog implements TestMailLog {

        private final List<TestMail> all = new ArrayList<>();

        @Override
        public Mono<Void> add(TestMail mail) {
            return Mono.fromRunnable(() -> all.add(mail));
        }

        @Override
        public Mono<Long> count(String by, Instant since) {
            return Mono.fromSupplier(() -> all.stream()
                    .filter(mail -> mail.by().equals(by) && mail.requestedAt().isAfter(since))
                    .count());
        }
    }
}
