package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vedette.notification.SettableClock;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.subscribers.EmailAddress;

class SmtpConnectionsTests {

    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final byte[] MAIL = "Subject: x\r\n\r\n.a line with a dot\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SettableClock clock = new SettableClock();
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final SmtpConnections connections = connections(server.port());

    @AfterEach
    void close() {
        connections.destroy();
        server.close();
    }

    @Test
    void aMailThatIsTakenIsAccepted() {
        assertThat(deliver()).isEqualTo(new Reply.Accepted("250 2.0.0 queued as 42"));
    }

    @Test
    void theServerGetsTheBytesAsTheyAre() {
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
    void aConnectionTheServerClosedMeanwhileCostsNothing() {
        deliver();
        server.hangUp();

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
    void aMailThatIsNotTakenNowIsTriedLater(String command, String answer) {
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
    void aMailThatIsRefusedIsRefused(String command, String answer, boolean noSuchMailbox) {
        server.answer(command, answer);

        assertThat(deliver()).isEqualTo(new Reply.Refused(answer, noSuchMailbox));
    }

    @Test
    void theNextMailAfterARefusedOneIsTaken() {
        server.answer("RCPT", "550 5.1.1 no such user");
        deliver();
        server.answer("RCPT", "250 ok");

        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksBeforeTheMailIsOutMeansTryLater(String command) {
        server.answer(command, ScriptedSmtpServer.HANG_UP);

        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
    }

    @Test
    void aConnectionThatBreaksWhenTheMailIsOutLeavesItUnclear() {
        server.answer("END", ScriptedSmtpServer.HANG_UP);

        assertThat(deliver()).isInstanceOf(Reply.Unclear.class);
    }

    @Test
    void aMailOfUnclearFateIsNotSentAgainOnAnotherConnection() {
        deliver();
        server.answer("END", ScriptedSmtpServer.HANG_UP);
        deliver();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatIsAwayMeansTryLater() {
        server.close();

        assertThat(deliver()).isInstanceOf(Reply.TryLater.class);
    }

    @Test
    void aServerThatWasJustAwayIsNotAskedAgainAtOnce() {
        server.answer("CONNECT", "421 too busy");
        deliver();
        deliver();
        clock.advance(Duration.ofSeconds(1));
        deliver();

        assertThat(server.connections()).isEqualTo(2);
    }

    @CanIgnoreReturnValue
    private Reply deliver() {
        return connections.deliver(MAIL, ADA);
    }

    private SmtpConnections connections(int port) {
        var configured = new JavaMailSenderImpl();
        configured.setHost("localhost");
        configured.setPort(port);
        var properties = TestProperties.properties();
        return new SmtpConnections(new SmtpSession(configured, new MailIdentity(properties), properties), clock);
    }
}
