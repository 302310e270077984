package org.vedette.notification.delivery.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.Reply;
import org.vedette.notification.delivery.mail.TestComposers;
import org.vedette.notification.delivery.mail.transport.ScriptedSmtpServer;
import org.vedette.notification.subscribers.Pending;
import reactor.core.publisher.Flux;

@ExtendWith(OutputCaptureExtension.class)
class SmtpMailerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String GONE = "550 5.1.1 no such user";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final ScriptedSmtpServer other = new ScriptedSmtpServer();
    private final TemplateEngine templates = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SmtpServers servers = TestSmtp.servers(server.port());
    private final SmtpServers both = TestSmtp.servers(server.port(), other.port());
    private final SmtpMailer mailer = TestSmtp.mailer(TestComposers.with(templates), servers, meters);

    @AfterEach
    void stop() {
        servers.close();
        both.close();
        server.close();
        other.close();
    }

    @Test
    void anAcceptedMailReachesTheServer() {
        assertThat(send(aPendingSubscriber())).isInstanceOf(Reply.Accepted.class);
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

        send(aPendingSubscriber());

        assertThat(meters.counter("vedette.notification.mails", "reply", kind).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aMailThatCannotBeComposedIsDeferred(Throwable failure) {
        doThrow(failure).when(templates).render(anyString(), any(Object.class), any(TemplateOutput.class));

        assertThat(send(aPendingSubscriber())).isInstanceOf(Reply.TryLater.class);
        assertThat(server.connections()).isZero();
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("no template"), new StackOverflowError("for a test"));
    }

    @Test
    void aMailboxThatDoesNotExistIsRefusedWhenOthersGetTheirMail() {
        var gone = aPendingSubscriber();
        server.answerTo(gone.address().value(), () -> GONE);

        var replies = sendAll(with(anAudienceOf(10), gone));

        assertThat(replies).filteredOn(Reply.Refused.class::isInstance).containsExactly(new Reply.Refused(GONE, true));
        assertThat(replies).filteredOn(Reply.Accepted.class::isInstance).hasSize(10);
    }

    @Test
    void madeUpMailboxesOfNewSubscribersDoNotHaltTheServerForOthers() {
        var madeUp = anAudienceOf(16);
        madeUp.forEach(pending -> server.answerTo(pending.address().value(), () -> GONE));

        assertThat(sendAll(madeUp)).noneMatch(Reply.Accepted.class::isInstance);

        assertThat(servers.model().all().get(0).isHalted()).isFalse();
        assertThat(send(aPendingSubscriber())).isInstanceOf(Reply.Accepted.class);
        assertThat(send(anAlert())).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void mailboxesThatSubscribersConfirmedAndThatAreGoneHaltTheServer() {
        server.answer("RCPT", GONE);

        var replies = Flux.range(0, 16)
                .flatMap(number -> mailer.send(anAlert(), () -> true), 16)
                .collectList()
                .blockOptional(TIMEOUT);

        assertThat(replies.orElseThrow()).noneMatch(Reply.Refused.class::isInstance);
        assertThat(servers.model().all().get(0).isHalted()).isTrue();
    }

    @Test
    void aServerThatSaysOfEverybodyThatThereIsNoMailboxBurnsNobody() {
        server.answer("RCPT", GONE);

        var replies = sendAll(anAudienceOf(30));

        assertThat(replies).noneMatch(Reply.Refused.class::isInstance);
    }

    @Test
    void aServerThatBeginsToRefuseEverybodyBurnsHardlyAnybody() {
        var accepted = new AtomicInteger();
        server.answer("RCPT", () -> accepted.incrementAndGet() <= 50 ? "250 ok" : GONE);

        var replies = sendAll(anAudienceOf(200));

        assertThat(replies).noneMatch(Reply.Refused.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 554 5.7.1 blocked",
        "MAIL, 550 5.7.1 not your address",
        "RCPT, 550 5.7.1 policy",
        "RCPT, 451 4.3.0 try later",
        "DATA, 554 5.7.1 no",
        "END, 554 5.7.1 spam",
        "END, 451 4.7.1 slow down",
        "MAIL, disconnect",
        "CONNECT, disconnect",
    })
    void aServerThatRefusesEverybodyIsHaltedAndGoesOnByItself(String command, String answer, CapturedOutput output) {
        server.answer(command, answer);
        var audience = anAudienceOf(40);

        var replies = sendAll(audience);

        assertThat(replies).noneMatch(Reply.Refused.class::isInstance).noneMatch(Reply.Accepted.class::isInstance);
        assertThat(replies).filteredOn(Reply.TryLater.class::isInstance).hasSizeLessThan(20);
        assertThat(servers.model().all().get(0).isHalted()).isTrue();
        assertThat(output.getAll()).containsOnlyOnce("takes no mail: ");

        server.answer(command, command.equals("CONNECT") ? "220 ok" : command.equals("DATA") ? "354 ok" : "250 ok");
        await().atMost(TIMEOUT).until(() -> mailer.capacity() > 0);
        assertThat(send(audience.get(0))).isInstanceOf(Reply.Accepted.class);
        assertThat(mailer.recoveries()).isEqualTo(1);
        assertThat(sendAll(audience)).allMatch(Reply.Accepted.class::isInstance);
        assertThat(output.getAll()).containsOnlyOnce("takes mail again");
    }

    @Test
    void whileAServerIsHaltedOneMailAtATimeIsSent() {
        server.answer("MAIL", "550 5.7.1 no");
        sendAll(anAudienceOf(30));
        var before = answers("refused");

        await().atMost(TIMEOUT).until(() -> mailer.capacity() == 1);
        sendAll(anAudienceOf(10));

        assertThat(answers("refused") - before).isEqualTo(1);
    }

    @Test
    void nobodyIsRefusedByAProbe() {
        server.answer("MAIL", "550 5.7.1 no");
        sendAll(anAudienceOf(30));
        server.answer("MAIL", "250 ok");
        server.answer("RCPT", GONE);

        await().atMost(TIMEOUT).until(() -> mailer.capacity() == 1);

        assertThat(sendAll(anAudienceOf(5))).allMatch(Reply.Postponed.class::isInstance);
    }

    @Test
    void aServerWithSomeMailboxesThatRefuseIsNotHalted() {
        var audience = anAudienceOf(100);
        IntStream.range(0, 20)
                .mapToObj(number -> audience.get(5 * number))
                .forEach(pending -> server.answerTo(pending.address().value(), () -> "550 5.7.1 policy"));

        var replies = sendAll(audience);

        assertThat(replies).filteredOn(Reply.Accepted.class::isInstance).hasSize(80);
        assertThat(replies).filteredOn(Reply.TryLater.class::isInstance).hasSize(20);
    }

    @Test
    void aMailboxThatIsBusyDoesNotSlowTheServerDown() {
        var audience = anAudienceOf(40);
        audience.stream()
                .limit(20)
                .forEach(pending -> server.answerTo(pending.address().value(), () -> "450 4.2.1 busy"));

        assertThat(sendAll(audience))
                .filteredOn(Reply.TryLater.class::isInstance)
                .hasSize(20);
        assertThat(servers.model().all().get(0).status().rate()).isInfinite();
    }

    @Test
    void aMailThatAnswersOfABusyServerDelayIsSentInTheSameAttempt() {
        var limited = new RateLimit(20);
        server.answer("MAIL", () -> limited.tryOne() ? "250 ok" : "450 4.7.1 too fast");

        var replies = sendAll(anAudienceOf(60));

        assertThat(replies).allMatch(Reply.Accepted.class::isInstance);
        assertThat(answers("busy")).isLessThan(15);
    }

    @Test
    void everyTenthConnectionThatIsClosedLosesNoMail() {
        server.answer("CONNECT", () -> server.connections() % 10 == 0 ? ScriptedSmtpServer.DISCONNECT : "220 hello");
        server.answer("END", () -> "250 ok");

        assertThat(sendAll(anAudienceOf(50))).allMatch(Reply.Accepted.class::isInstance);
    }

    @Test
    void severalServersGetMailsByWeight() {
        var mailerOfBoth = TestSmtp.mailer(TestComposers.with(templates), both, meters);

        Flux.fromIterable(anAudienceOf(90))
                .concatMap(pending -> mailerOfBoth.send(confirmation(pending), () -> true))
                .blockLast(TIMEOUT);

        assertThat(server.mails()).hasSize(30);
        assertThat(other.mails()).hasSize(60);
    }

    @Test
    void aServerThatRefusesLeavesItsMailsToAnother() {
        other.answer("MAIL", "550 5.7.1 no");
        var mailerOfBoth = TestSmtp.mailer(TestComposers.with(templates), both, meters);

        var replies = sendAll(mailerOfBoth, anAudienceOf(60));

        assertThat(replies).allMatch(Reply.Accepted.class::isInstance);
        assertThat(server.mails()).hasSize(60);
    }

    @Test
    void aMailThatIsHandedOverWhenTheServiceStopsGetsItsReplyAndTheOthersAreGivenBack() {
        var reply = new CompletableFuture<String>();
        server.answer("END", reply::join);
        var replies = Flux.fromIterable(anAudienceOf(12))
                .flatMap(pending -> mailer.send(confirmation(pending), () -> true), 12)
                .collectList()
                .toFuture();
        await().atMost(TIMEOUT).until(() -> server.received("END"));
        var lifecycle = new SmtpLifecycle(mailer, Duration.ofSeconds(10));

        var stopped = CompletableFuture.runAsync(lifecycle::stop);
        await().atMost(TIMEOUT).until(() -> mailer.capacity() == 0);
        reply.complete("250 ok");

        assertThat(stopped).succeedsWithin(TIMEOUT);
        assertThat(replies).succeedsWithin(TIMEOUT);
        assertThat(replies.join())
                .filteredOn(Reply.Accepted.class::isInstance)
                .hasSameSizeAs(server.mails())
                .isNotEmpty();
        assertThat(replies.join())
                .filteredOn(Predicate.not(Reply.Accepted.class::isInstance))
                .isNotEmpty()
                .allMatch(Reply.Postponed.class::isInstance);
    }

    private double answers(String answer) {
        return meters.counter(
                        "vedette.notification.mailserver.answers",
                        "server",
                        "localhost:" + server.port(),
                        "answer",
                        answer)
                .count();
    }

    @CanIgnoreReturnValue
    private Reply send(Pending pending) {
        return send(confirmation(pending));
    }

    private Reply send(Message.Mailable message) {
        return mailer.send(message, () -> true).blockOptional(TIMEOUT).orElseThrow();
    }

    private static Message.OfAlert anAlert() {
        var active = anActiveSubscriber();
        var post = AlertedPost.of(aPost().build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, THEN, new AlertState.Planned(1, THEN));
        return new Message.OfAlert(new DeliveryId.OfAlert(alert.id(), active.id()), active, alert);
    }

    @CanIgnoreReturnValue
    private List<Reply> sendAll(List<Pending> audience) {
        return sendAll(mailer, audience);
    }

    private static List<Reply> sendAll(SmtpMailer mailer, List<Pending> audience) {
        return Flux.fromIterable(audience)
                .flatMap(pending -> mailer.send(confirmation(pending), () -> true), 16)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private static Message.OfConfirmation confirmation(Pending pending) {
        return new Message.OfConfirmation(new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt()), pending);
    }

    private static List<Pending> anAudienceOf(int size) {
        return IntStream.range(0, size).mapToObj(number -> aPendingSubscriber()).toList();
    }

    private static List<Pending> with(List<Pending> audience, Pending another) {
        return Stream.concat(Stream.of(another), audience.stream()).toList();
    }
}
