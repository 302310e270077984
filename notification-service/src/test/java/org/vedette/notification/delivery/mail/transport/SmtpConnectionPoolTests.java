package org.vedette.notification.delivery.mail.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.MutableClock;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.servers.Answer;
import org.vedette.notification.subscribers.EmailAddress;

class SmtpConnectionPoolTests {

    private static final Duration IDLE_TIMEOUT =
            TestProperties.properties().smtp().idleTimeout();

    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final Envelope TO_ADA = new Envelope("alerts@blog.example", new EmailAddress("ada@example.org"));
    private static final byte[] MAIL = "Subject: x\r\n\r\n.a line with a dot\r\n".getBytes(StandardCharsets.US_ASCII);

    private final MutableClock clock = new MutableClock();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final SmtpConnectionPool connections = connections(server.port());

    @AfterEach
    void close() {
        connections.closeAllIdle();
        server.close();
    }

    @Test
    void anAcceptedMailIsReportedAsAccepted() {
        assertThat(deliver())
                .extracting(SmtpResult::answer, SmtpResult::text)
                .containsExactly(Answer.ACCEPTED, "250 2.0.0 queued as 42");
    }

    @Test
    void nobodyLogsInWithoutAUserAlthoughTheServerOffersIt() {
        deliver();

        assertThat(server.received("MAIL")).isTrue();
        assertThat(server.received("AUTH")).isFalse();
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

        assertThat(deliver().answer()).isEqualTo(Answer.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 mailbox busy, MAILBOX_BUSY",
        "RCPT, 421 4.3.2 shutting down, BUSY",
        "DATA, 451 4.3.0 try again, BUSY",
        "END, 452 4.3.1 disk full, BUSY",
        "MAIL, 451 4.7.1 slow down, BUSY",
        "CONNECT, 421 4.3.2 too busy, BUSY",
        "MAIL, 550 5.7.1 who are you, REFUSED",
        "CONNECT, 554 5.7.1 go away, REFUSED",
        "DATA, 554 5.7.1 no, REFUSED",
        "END, 554 5.6.0 looks like spam, REFUSED",
        "RCPT, 550 5.7.1 policy, REFUSED",
        "RCPT, 550 5.1.1 no such user, NO_MAILBOX",
        "RCPT, 550 no such user, NO_MAILBOX",
    })
    void everyRefusalIsClassified(String command, String answer, Answer expected) {
        server.answer(command, answer);

        assertThat(deliver().answer()).isEqualTo(expected);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void theNextMailAfterARefusedOneIsAccepted() {
        server.answer("RCPT", "550 5.1.1 no such user");
        deliver();
        server.answer("RCPT", "250 ok");

        assertThat(deliver().answer()).isEqualTo(Answer.ACCEPTED);
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
        assertThat(deliver().answer()).isEqualTo(Answer.NO_MAILBOX);

        server.answer("RCPT", "250 ok");
        assertThat(deliver().answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionTheServerClosesAfterARefusedMailIsNotUsedAgain() {
        server.answer("RCPT", "550 5.1.1 no such user");
        deliver();
        server.closeConnections();

        server.answer("RCPT", "250 ok");
        assertThat(deliver().answer()).isEqualTo(Answer.ACCEPTED);
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
        assertThat(deliver().answer()).isNull();
        assertThat(server.connections()).isZero();
    }

    @Test
    void aMailThatIsForbiddenWhileItIsWrittenIsNotSent() {
        var checks = new AtomicInteger();
        var beforeTheEndOfTheData = 4;

        var reply = connections.deliver(MAIL, TO_ADA, () -> checks.incrementAndGet() < beforeTheEndOfTheData);

        assertThat(reply.answer()).isNull();
        assertThat(checks).hasValueGreaterThanOrEqualTo(beforeTheEndOfTheData);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aMailThatIsForbiddenWhileTheServerRepliesIsNotSent() {
        server.answer("DATA", () -> {
            allowed.set(false);
            return "354 go on";
        });
        assertThat(deliver().answer()).isNull();
        assertThat(server.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "MAIL", "RCPT", "DATA"})
    void aConnectionThatBreaksBeforeTheMailIsOutIsBroken(String command) {
        server.answer(command, ScriptedSmtpServer.DISCONNECT);

        assertThat(deliver().answer()).isEqualTo(Answer.BROKEN);
    }

    @Test
    void aConnectionThatBreaksAfterTheMailWasSentLeavesItUncertain() {
        server.answer("END", ScriptedSmtpServer.DISCONNECT);

        assertThat(deliver().answer()).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void aMailWithoutAReplyIsNotSentAgainOnAnotherConnection() {
        deliver();
        server.answer("END", ScriptedSmtpServer.DISCONNECT);
        deliver();

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatIsUnavailableHasNotEvenAConnection() {
        server.close();

        assertThat(deliver())
                .extracting(SmtpResult::answer, SmtpResult::connecting)
                .containsExactly(Answer.BROKEN, true);
    }

    @Test
    void anOldConnectionIsNotUsedAgain() {
        for (var used = Duration.ZERO; used.compareTo(MAX_AGE) <= 0; used = used.plusSeconds(30)) {
            deliver();
            clock.advance(Duration.ofSeconds(30));
        }
        deliver();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionTheServerEndedWithAReplyMeanwhileIsReplaced() {
        deliver();
        clock.advance(Duration.ofSeconds(10));
        server.answer("MAIL", () -> server.connections() == 1 ? "421 4.4.2 timeout" : "250 ok");

        assertThat(deliver().answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aServerThatSlowsDownABusyConnectionIsNotAskedAgainAtOnce() {
        deliver();
        server.answer("MAIL", "421 4.7.0 too many messages");

        assertThat(deliver().answer()).isEqualTo(Answer.BUSY);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aMailThatIsNotHandedOverIsBrokenOff() {
        var reply = new CompletableFuture<String>();
        server.answer("RCPT", reply::join);
        var result = CompletableFuture.supplyAsync(this::deliver);
        await().atMost(Duration.ofSeconds(10)).until(() -> server.received("RCPT"));

        connections.breakOff();

        assertThat(result)
                .succeedsWithin(Duration.ofSeconds(1))
                .extracting(SmtpResult::answer)
                .isNull();
        reply.complete("250 ok");
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aMailThatIsHandedOverGetsItsReply() {
        var reply = new CompletableFuture<String>();
        server.answer("END", reply::join);
        var result = CompletableFuture.supplyAsync(this::deliver);
        await().atMost(Duration.ofSeconds(10)).until(() -> server.received("END"));

        connections.breakOff();
        reply.complete("250 ok");

        assertThat(result)
                .succeedsWithin(Duration.ofSeconds(1))
                .extracting(SmtpResult::answer)
                .isEqualTo(Answer.ACCEPTED);
    }

    @CanIgnoreReturnValue
    private SmtpResult deliver() {
        return connections.deliver(MAIL, TO_ADA, allowed::get);
    }

    private SmtpConnectionPool connections(int port) {
        return new SmtpConnectionPool(TestSessions.at(port), IDLE_TIMEOUT, MAX_AGE, clock);
    }
}
