package org.vedette.notification.webhooks.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.webhooks.receivers.AddressRules;
import org.vedette.notification.webhooks.receivers.IpRange;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;
import reactor.netty.resources.LoopResources;

class HttpReceiverClientTests {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final LoopResources LOOPS = LoopResources.create("test-webhooks", 1, true);
    private static final AddressRules LOOPBACK_ALLOWED = new AddressRules(List.of(IpRange.parse("127.0.0.0/8")));

    private final ScriptedReceiver receiver = new ScriptedReceiver();
    private final HttpReceiverClient client = client(LOOPBACK_ALLOWED, new TestResolvers("127.0.0.1"));

    @AfterEach
    void close() {
        receiver.close();
    }

    @AfterAll
    static void stop() {
        LOOPS.dispose();
    }

    @Test
    void aMessageArrivesAsItWasSentAndTheAnswerComesBack() {
        var answer = send(receiver.address());

        var request = receiver.received().get(0);
        assertThat(request.line()).isEqualTo("POST /hook?token=secret HTTP/1.1");
        assertThat(request.body()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(request.header("webhook-id")).isEqualTo("msg_1");
        assertThat(request.header("user-agent")).isEqualTo("Vedette-Webhooks/1");
        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(answer.text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        "201, DELIVERED",
        "204, DELIVERED",
        "301, REFUSED",
        "302, REFUSED",
        "400, REFUSED",
        "401, REFUSED",
        "404, REFUSED",
        "410, GONE",
        "429, BUSY",
        "500, REFUSED",
        "503, BUSY"
    })
    void aStatusSaysWhatCameOfIt(int status, AttemptOutcome outcome) {
        receiver.does(ScriptedReceiver.answering(status, "Location: http://127.0.0.1:1/elsewhere\r\n", ""));

        var answer = send(receiver.address());

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void theTimeThatAReceiverNamesComesBack() {
        receiver.does(ScriptedReceiver.answering(429, "Retry-After: 7\r\n", ""));
        assertThat(send(receiver.address()).retryAfter()).isEqualTo(Duration.ofSeconds(7));

        receiver.does(
                ScriptedReceiver.answering(429, "Retry-After: 1\r\n", "{\"retry_after\": 2.5, \"global\": false}"));
        assertThat(send(receiver.address()).retryAfter()).isEqualTo(Duration.ofMillis(2_500));

        receiver.does(ScriptedReceiver.answering(429, "Retry-After: 999999999\r\n", ""));
        assertThat(send(receiver.address()).retryAfter()).isEqualTo(Duration.ofHours(6));

        receiver.does(ScriptedReceiver.answering(503, "Retry-After: soon\r\n", ""));
        assertThat(send(receiver.address()).retryAfter()).isNull();
    }

    @Test
    void aReceiverThatHangsTimesOut() {
        receiver.does(receiver.hanging());

        var answer = send(receiver.address());

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
        assertThat(answer.status()).isNull();
        assertThat(answer.text()).isEqualTo("no answer in time");
    }

    @Test
    void aConnectionThatBreaksIsAttemptedOnce() {
        receiver.does(ScriptedReceiver.breaking());

        assertThat(send(receiver.address()).outcome()).isEqualTo(AttemptOutcome.BROKEN);
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whoeverDoesNotListenIsNotReached() {
        var address = receiver.address();
        receiver.close();

        assertThat(send(address).outcome()).isEqualTo(AttemptOutcome.BROKEN);
    }

    @Test
    void ofAnEndlessBodyTheBeginningIsRead() {
        receiver.does((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 1_000_000; i++) {
                out.write("endless ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
            }
        });

        var answer = send(receiver.address());

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(answer.text()).hasSize(1_024).startsWith("endless ");
    }

    @Test
    void aBodyThatDripsHoldsUpNobody() {
        receiver.does((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\ndrip".getBytes(StandardCharsets.UTF_8));
            out.flush();
            receiver.hanging().answer(request, out);
        });

        var answer = send(receiver.address());

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(answer.text()).isEqualTo("drip");
        assertThat(answer.duration()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNotHttpIsNoAnswer() {
        receiver.does((request, out) -> out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(send(receiver.address()).outcome()).isEqualTo(AttemptOutcome.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://[::ffff:7f00:1]"})
    void anAddressThatIsNotAllowedIsNotConnectedTo(String origin) {
        var strict = client(new AddressRules(List.of()), new TestResolvers("127.0.0.1"));

        var answer = send(strict, origin + ":" + receiver.port() + "/");

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.BLOCKED);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereAfterTheCheckIsNotConnectedTo() {
        var strict = client(new AddressRules(List.of()), new TestResolvers("1.1.1.1", "127.0.0.1"));
        var address = address("http://rebinding.example:" + receiver.port() + "/");

        assertThat(strict.refusal(address).block(WAIT)).isEmpty();
        var answer = send(strict, address.uri().toString());

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.BLOCKED);
        assertThat(answer.text()).isEqualTo("127.0.0.1 is not an address of the public Internet");
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, leads to an address that may not be sent to",
        "'1.1.1.1 10.0.0.1', leads to an address that may not be sent to",
        "'', has a host that cannot be looked up"
    })
    void whereNothingCanBeSentTheCheckSaysWhy(String answer, String reason) {
        var strict = client(new AddressRules(List.of()), new TestResolvers(answer));

        assertThat(strict.refusal(address("https://receiver.example/")).block(WAIT))
                .hasValueSatisfying(text -> assertThat(text).startsWith(reason));
    }

    @Test
    void theCheckRefusesALiteralThatIsNotAllowed() {
        var strict = client(new AddressRules(List.of()), new TestResolvers("1.1.1.1"));

        assertThat(strict.refusal(address("https://[::ffff:127.0.0.1]/")).block(WAIT))
                .isPresent();
        assertThat(strict.refusal(address("https://10.0.0.1/")).block(WAIT)).isPresent();
    }

    private ReceiverAnswer send(String address) {
        return send(client, address);
    }

    private static ReceiverAnswer send(HttpReceiverClient client, String address) {
        var body = "{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(client.send(address(address), Map.of("webhook-id", "msg_1"), body)
                .block(WAIT));
    }

    private static ReceiverAddress address(String text) {
        return ReceiverAddress.parse(text, true);
    }

    private static HttpReceiverClient client(AddressRules rules, TestResolvers resolvers) {
        return new HttpReceiverClient(
                resolvers, LOOPS, HttpReceiverClient.connections(10), rules, Duration.ofSeconds(2), Clock.systemUTC());
    }
}
