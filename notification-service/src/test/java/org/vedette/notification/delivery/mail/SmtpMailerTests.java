package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriptionLinks;

class SmtpMailerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final TemplateEngine templates = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SmtpConnectionPool connections = connections(server.port());
    private final SmtpMailer mailer =
            new SmtpMailer(composer(templates), connections, meters, TestProperties.properties());

    @AfterEach
    void stop() throws InterruptedException {
        mailer.destroy();
        connections.destroy();
        server.close();
    }

    @Test
    void anAcceptedMailReachesTheServer() {
        assertThat(send()).isInstanceOf(Reply.Accepted.class);
        assertThat(server.mails()).singleElement().asString().contains("Subject: Confirm your subscription");
    }

    @ParameterizedTest
    @CsvSource({
        "END, 250 ok, accepted",
        "RCPT, 550 5.1.1 no such user, refused",
        "RCPT, 450 4.2.1 mailbox busy, trylater",
        "END, disconnect, unclear",
    })
    void everyReplyIsCountedByItsKind(String command, String answer, String kind) {
        server.answer(command, answer);

        send();

        assertThat(meters.counter("vedette.notification.mails", "reply", kind).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMailThatCannotBeComposedIsDeferred(Throwable failure) {
        doThrow(failure).when(templates).render(anyString(), any(Object.class), any(TemplateOutput.class));

        assertThat(send()).isInstanceOf(Reply.TryLater.class);
        assertThat(server.connections()).isZero();
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("no template"), new StackOverflowError("for a test"));
    }

    @CanIgnoreReturnValue
    private Reply send() {
        var pending = aPendingSubscriber();
        var id = new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt());
        return mailer.send(new Message.OfConfirmation(id, pending), () -> true)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static MailComposer composer(TemplateEngine templates) {
        var properties = TestProperties.properties();
        var links = new SubscriptionLinks(
                "https://blog.example", new LinkTokens(new LinkKey("one key of thirty-two characters")));
        return new MailComposer(
                new MailIdentity(properties, TestProperties.noLegalPages()),
                links,
                templates,
                new PlainTextRenderer(),
                properties);
    }

    private static SmtpConnectionPool connections(int port) {
        var configured = new JavaMailSenderImpl();
        configured.setHost("localhost");
        configured.setPort(port);
        var properties = TestProperties.properties();
        var session =
                new SmtpSession(configured, new MailIdentity(properties, TestProperties.noLegalPages()), properties);
        return new SmtpConnectionPool(session, properties, new MutableClock());
    }
}
