package org.vedette.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;

@Timeout(30)
@TestPropertySource(
        properties = {
            "vedette.gateway.max-live-streams=3",
            "vedette.gateway.limits.live-streams=3",
            "spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=1"
        })
@ExtendWith(OutputCaptureExtension.class)
class LiveTests extends GatewayTest {

    private static final Duration LONGER_THAN_THE_RESPONSE_TIMEOUT = Duration.ofMillis(1500);

    private final Sinks.Many<String> events = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger clients = new AtomicInteger();

    @Autowired
    private LiveStreams streams;

    @BeforeEach
    void theServiceSendsEvents() {
        streaming(events.asFlux());
    }

    @AfterEach
    void closeAllStreams() {
        streams.stop();
        await().until(() -> clients.get() == 0);
        streams.start();
    }

    @Test
    void theHeadersAreSentBeforeTheFirstEvent() {
        var response = open("/live");

        assertThat(response.statusCode()
                        + response.headers().firstValue("Content-Type").orElse(""))
                .isEqualTo("200text/event-stream");
    }

    @Test
    void eachEventIsForwardedImmediatelyAndUncompressed() throws IOException {
        var response = open("/live", "Accept-Encoding", "gzip");
        var lines = lines(response);

        emitEvent("data: one\n\n");
        var first = lines.readLine();

        assertThat(first).isEqualTo("data: one");
        assertThat(response.headers().map()).doesNotContainKeys("content-encoding", "content-length");
    }

    @Test
    void anIdleStreamStaysOpen() throws IOException {
        streaming(Flux.just("data: late\n\n").delaySequence(LONGER_THAN_THE_RESPONSE_TIMEOUT));

        var lines = lines(open("/live"));

        assertThat(lines.readLine()).isEqualTo("data: late");
    }

    @Test
    void aStreamMustBeginWithinTheResponseTimeout() {
        FEED.respond("/live", (request, response) -> Mono.never());

        assertThat(get("/live").statusCode()).isEqualTo(504);
    }

    @Test
    void theLastEventIdIsForwarded() {
        open("/live", "Last-Event-ID", "41");

        assertThat(FEED.onlyRequest().header("Last-Event-ID")).containsExactly("41");
    }

    @Test
    void theServiceIsNotifiedWhenAClientDisconnects() throws IOException {
        var response = open("/live");

        response.body().close();

        await().untilAsserted(() -> assertThat(clients).hasValue(0));
    }

    @Test
    void aStreamOfAClientAboveItsMaximumIsRejected() {
        openThree();

        var rejected = get("/live");

        assertThat(rejected.statusCode()
                        + rejected.headers().firstValue("Retry-After").orElse(""))
                .isEqualTo("42930");
        assertThat(rejected.body()).contains("\"limit\":\"live-streams\"", "Your address has 3 streams open");
    }

    @Test
    void aStreamAboveTheMaximumIsRejected() {
        openThree();

        var rejected = rawFromProxy("GET /live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(rejected)
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 30", "urn:vedette:problem:too-many-streams");
    }

    @Test
    void aClosedStreamReleasesItsPermit() throws IOException {
        var first = openThree().get(0);

        first.body().close();

        await().untilAsserted(() -> assertThat(open("/live").statusCode()).isEqualTo(200));
    }

    @Test
    void anErrorResponseDoesNotCountAsAStream() {
        FEED.respond("/live", (request, response) -> response.status(503).sendString(Mono.just("not now")));

        var bodies = Flux.range(0, 10)
                .map(i -> get("/live").body())
                .distinct()
                .collectList()
                .block();

        assertThat(bodies).containsExactly("not now");
    }

    @Test
    void pagesAreServedWhileAllStreamsAreOpen() {
        openThree();

        assertThat(get("/posts/x").body()).isEqualTo("feed-service");
    }

    @Test
    void aClosedUpstreamConnectionEndsTheStreamWithoutAnError(CapturedOutput output) throws IOException {
        FEED.respond(
                "/live",
                (request, response) -> response.sse()
                        .sendHeaders()
                        .sendString(events.asFlux().doOnNext(event -> response.withConnection(Connection::dispose))));
        var lines = lines(open("/live"));

        emitEvent("data: lost\n\n");
        var last = lines.readLine();

        assertThat(last).isNull();
        assertThat(output).doesNotContain("ERROR", "Response aborted");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void aDisconnectingClientIsNotLoggedAsAnError(int milliseconds, CapturedOutput output) throws IOException {
        FEED.respond(
                "/live",
                (request, response) -> response.sse()
                        .sendString(Flux.interval(Duration.ofMillis(milliseconds), Duration.ofMillis(1))
                                .onBackpressureDrop()
                                .map(n -> "data: " + n + "\n\n")));

        for (var n = 0; n < 100; n++) {
            disconnectAfter(Duration.ofNanos(200_000L * (n / 4)), n % 4);
        }

        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        assertThat(output).doesNotContain("ERROR", "Response aborted");
    }

    private void disconnectAfter(Duration pause, int way) throws IOException {
        try (var socket = connect()) {
            if (way >= 2) {
                assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
            } else {
                await().pollInterval(Duration.ofMillis(1)).pollDelay(pause).until(() -> true);
            }
            socket.setSoLinger(way % 2 == 0, 0);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket("localhost", port());
        socket.getOutputStream()
                .write("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @RepeatedTest(20)
    void aStreamEndedWhileItStartsIsReleased() {
        open("/live");

        streams.stop();

        await().untilAsserted(() -> assertThat(clients).hasValue(0));
        streams.start();
    }

    @Test
    void stoppingEndsEveryStream() throws IOException {
        var open = openThree();

        streams.stop();

        for (var response : open) {
            assertThat(lines(response).readLine()).isNull();
        }
    }

    @CanIgnoreReturnValue
    private List<HttpResponse<InputStream>> openThree() {
        return List.of(open("/live"), open("/live"), open("/live"));
    }

    private void streaming(Flux<String> events) {
        FEED.respond("/live", (request, response) -> {
            clients.incrementAndGet();
            response.withConnection(connection -> connection.onDispose(clients::decrementAndGet));
            return response.sse().sendHeaders().sendString(events);
        });
    }

    private void emitEvent(String event) {
        await().until(() -> events.currentSubscriberCount() == 1);
        events.tryEmitNext(event).orThrow();
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }
}
