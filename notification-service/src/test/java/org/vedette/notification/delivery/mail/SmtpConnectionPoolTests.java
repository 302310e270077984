package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.MutableClock;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.subscribers.EmailAddress;

class SmtpConnectionPoolTests {

    private static final Duration IDLE_TIMEOUT =
            TestProperties.properties().smtp().idleTimeout();

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final byte[] MAIL = "Subject: x\r\n\r\n.a line with a dot\r\n".getBytes(StandardCharsets.US_ASCII);

    private final MutableClock clock = new MutableClock();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final SmtpConnectionPool connections = connections(server.port());

    @AfterEach
    void close() {
        connections.destroy();
        server.close();
    }

    @Test
    void anAcceptedMailIsReportedAsAccepted() {
        assertThat(deliver()).isEqualTo(new Reply.Accepted("250 2.0.0 queued as 42"));
    }

    @Test
    void theServerReceivesTheBytesUnchanged() {
        deliver();

        assertThat(server.mails()).containsExactly(new String(MAIL, StandardCharsets.US_ASCII));
    }

    @Test
    void aConnectionIsKeptForTheNextMail() {
        deliver();
        deliver();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionTheServerClosedMeanwhileIsReplaced() {
        deliver();
        server.closeConnections();

        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 mailbox busy",
        "RCPT, 421 4.3.2 shutting down",
        "DATA, 451 4.3.0 try again",
        "END, 452 4.3.1 disk full",
        "MAIL, 451 4.7.1 greylisted",
        "CONNECT, 421 4.3.2 too busy",
        "MAIL, 550 5.7.1 who are you",
        "CONNECT, 554 5.7.1 go away",
    })
    void aTransientRefusalMeansTryLater(String command, String answer) {
        server.answer(command, answer);

        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.7.1 policy, false",
        "RCPT, 550 5.1.1 no such user, true",
        "RCPT, 553 5.1.3 bad syntax, true",
        "RCPT, 550 5.1.8 bad sender, false",
        "END, 554 5.6.0 looks like spam, false",
    })
    void aPermanentRefusalIsReportedAsRefused(String command, String answer, boolean noSuchMailbox) {
        server.answer(command, answer);

        assertThat(deliver()).isEqualTo(new Reply.Refused(answer, noSuchMailbox));
    }

    @Test
    void theNextMailAfterARefusedOneIsAccepted() {
        server.answer("RCPT", "550 5.1.1 no such user");
        deliver();
        server.answer("RCPT", "250 ok");

        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ScriptedSmtpServer.DISCONNECT,
                "421 4.3.2 shutting down",
                "451 4.3.0 not now",
                "500 5.5.1 what is RSET",
                "nonsense"
            })
    void aConnectionThatCannotBeResetAfterARefusedMailIsNotUsedAgain(String reply) {
        server.answer("RCPT", "550 5.1.1 no such user");
        server.answer("RSET", reply);
        assertThat(deliver()).isEqualTo(new Reply.Refused("550 5.1.1 no such user", true));

        server.answer("RCPT", "250 ok");
        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionTheServerClosesAfterARefusedMailIsNotUsedAgain() {
        server.answer("RCPT", "550 5.1.1 no such user");
        deliver();
        server.closeConnections();

        server.answer("RCPT", "250 ok");
        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void aConnectionThatWasIdleForTooLongIsNotUsedAgain() {
        deliver();
        clock.advance(IDLE_TIMEOUT);
        deliver();
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionThatWasIdleForAShorterTimeIsUsedAgain() {
        deliver();
        clock.advance(IDLE_TIMEOUT.minusMillis(1));
        deliver();
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void idleConnectionsAreClosedWithoutAnotherMail() {
        deliver();
        clock.advance(IDLE_TIMEOUT);

        connections.closeIdle();

        await().atMost(Duration.ofSeconds(10)).until(() -> server.openConnections() == 0);
    }

    @Test
    void aMailThatIsNotAllowedAnyMoreIsNotSent() {
        allowed.set(false);
        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
        assertThat(server.connections()).isZero();
    }

    @Test
    void aMailThatIsForbiddenWhileItIsWrittenIsNotSent() {
        var checks = new AtomicInteger();
        var beforeTheEndOfTheData = 4;

        var reply = connections.deliver(MAIL, ADA, () -> checks.incrementAndGet() < beforeTheEndOfTheData);

        assertThat(reply).isInstanceOf(Reply.TryLater.class);
        assertThat(checks).hasValueGreaterThanOrEqualTo(beforeTheEndOfTheData);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aMailThatIsForbiddenWhileTheServerRepliesIsNotSent() {
        server.answer("DATA", () -> {
            allowed.set(false);
            return "354 go on";
        });
        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksBeforeTheMailIsOutMeansTryLater(String command) {
        server.answer(command, ScriptedSmtpServer.DISCONNECT);

        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
    }

    @Test
    void aConnectionThatBreaksAfterTheMailWasSentLeavesItUncertain() {
        server.answer("END", ScriptedSmtpServer.DISCONNECT);

        assertThat(deliver()).isInstanceOf(Reply.Uncertain.class);
    }

    @Test
    void aMailWithoutAReplyIsNotSentAgainOnAnotherConnection() {
        deliver();
        server.answer("END", ScriptedSmtpServer.DISCONNECT);
        deliver();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatIsUnavailableMeansTryLater() {
        server.close();

        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
    }

    @Test
    void aServerThatWasJustUnavailableIsNotConnectedToAgainAtOnce() {
        server.answer("CONNECT", "421 too busy");
        deliver();
        deliver();
        clock.advance(Duration.ofSeconds(1));
        deliver();

        assertThat(server.connections()).isEqualTo(2);
    }

    @CanIgnoreReturnValue
    private Reply deliver() {
        return connections.deliver(MAIL, ADA, allowed::get);
    }

    private SmtpConnectionPool connections(int port) {
        var configured = new JavaMailSenderImpl();
        configured.setHost("localhost");
        configured.setPort(port);
        var properties = TestProperties.properties();
        return new SmtpConnectionPool(
                new SmtpSession(configured, new MailIdentity(properties, TestProperties.noLegalPages()), properties),
                properties,
                clock);
    }
}
