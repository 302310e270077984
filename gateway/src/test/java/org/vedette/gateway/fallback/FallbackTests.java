package org.vedette.gateway.fallback;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

class FallbackTests extends GatewayTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final RequestLog log = new RequestLog();

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void aProblemHasTheShapeOfRfc9457() {
        var response = get("/nowhere", "X-Request-Id", "r1");

        assertThat(problem(response))
                .containsOnlyKeys("type", "title", "status", "detail", "instance", "requestId")
                .containsEntry("type", "urn:vedette:problem:not-found")
                .containsEntry("status", 404)
                .containsEntry("instance", "/nowhere")
                .containsEntry("requestId", "r1");
    }

    @Test
    void aBrowserGetsAPage() {
        var response = get("/nowhere", "Accept", BROWSER, "X-Request-Id", "r1");

        assertThat(summary(response)).containsExactly("404", "text/html;charset=UTF-8", "no-store", "");

        assertThat(response.body())
                .contains("<main id=\"content\" class=\"page page-narrow\">")
                .contains("<h1>There is nothing at this address</h1>")
                .contains("<code>r1</code>")
                .contains("<a href=\"/imprint\">Imprint</a>")
                .doesNotContain("/privacy");
    }

    @Test
    void thePageContainsNoMarkupFromTheRequest() {
        var response = get("/%3Cscript%3Ealert(1)%3C/script%3E", "Accept", BROWSER);

        assertThat(response.body()).contains("<h1>").doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/problem+json, text/html;q=0.5",
                "nonsense",
                "image/png",
                "text/html;q=0",
                "text/html;q=0, application/json"
            })
    void otherClientsGetJson(String accept) {
        var response = get("/nowhere", "Accept", accept);

        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aServiceThatClosesTheConnectionBeforeItsResponseIsUnavailable() {
        FEED.respond("/posts/x", (request, response) -> closeConnection(response, Connection::dispose));

        var response = get("/posts/x");

        assertThat(summary(response)).containsExactly("503", "application/problem+json", "no-store", "5");

        assertThat(problem(response)).containsEntry("type", "urn:vedette:problem:upstream-unavailable");
    }

    @Test
    void aPostIsNotRetriedWhenTheServiceClosesTheConnection() {
        POSTS.respond(
                "/api/posts/1/publication", (request, response) -> closeConnection(response, FallbackTests::reset));

        var response = send("POST", "/api/posts/1/publication", noBody(), "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(problem(response))
                .hasEntrySatisfying(
                        "detail",
                        detail -> assertThat(detail)
                                .asString()
                                .endsWith("Look whether it was done before you send it again."));

        assertThat(POSTS.received()).hasSize(1);
    }

    @Test
    void aServiceThatExceedsTheTimeoutIsAnsweredWith504() {
        FEED.respond("/posts/x", (request, response) -> Mono.never());

        var response = get("/posts/x");

        assertThat(problem(response))
                .containsEntry("status", 504)
                .containsEntry("type", "urn:vedette:problem:upstream-timeout");
    }

    @Test
    void aBrowserGetsAPageForATimeout() {
        FEED.respond("/posts/x", (request, response) -> Mono.never());

        var response = get("/posts/x", "Accept", BROWSER);

        assertThat(response.statusCode() + response.body())
                .startsWith("504")
                .contains("<h1>This is taking too long</h1>");
    }

    @Test
    void slowRequestsLeaveNoStackTraces() {
        FEED.respond("/posts/x", (request, response) -> Mono.never());

        var statuses = Flux.range(0, 40)
                .flatMap(number -> Mono.fromFuture(() -> getLater("/posts/x")), 40)
                .map(HttpResponse::statusCode)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(statuses).hasSize(40).containsOnly(504);
        assertThat(log.errors()).isEmpty();
        assertThat(log.withStackTrace()).isEmpty();
        assertThat(log.warnings()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void clientsThatDoNotWaitLeaveNoStackTraces() throws IOException {
        FEED.respond("/posts/x", (request, response) -> Mono.never());

        for (var number = 0; number < 40; number++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
                socket.getOutputStream()
                        .write("GET /posts/x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(number % 2 == 0, 0);
            }
        }

        await().pollDelay(Duration.ofMillis(800)).until(() -> true);
        assertThat(log.errors()).isEmpty();
        assertThat(log.withStackTrace()).isEmpty();
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    void anAbortedResponseIsIncompleteForTheClient() {
        FEED.respond("/posts/x", (request, response) -> partialResponse(response, Connection::dispose));

        assertThatThrownBy(() -> get("/posts/x")).hasCauseInstanceOf(IOException.class);

        assertThat(log.messages()).anyMatch(message -> message.startsWith("Response aborted"));
        assertThat(log.withStackTrace()).isEmpty();
    }

    @Test
    void aResponseWhoseConnectionIsResetIsIncompleteForTheClient() {
        FEED.respond("/posts/x", (request, response) -> partialResponse(response, FallbackTests::reset));

        assertThatThrownBy(() -> get("/posts/x")).hasCauseInstanceOf(IOException.class);
    }

    private static Mono<Void> partialResponse(HttpServerResponse response, Consumer<Connection> end) {
        var rest = Mono.<String>fromRunnable(() -> response.withConnection(end));
        return response.chunkedTransfer(true)
                .sendString(
                        Flux.concat(Mono.just("half an"), rest.delaySubscription(Duration.ofMillis(100)), Mono.never()),
                        StandardCharsets.UTF_8)
                .then();
    }

    private static Mono<Void> closeConnection(HttpServerResponse response, Consumer<Connection> end) {
        return Mono.fromRunnable(() -> response.withConnection(end)).then(Mono.never());
    }

    /** Without lingering, closing a socket resets the connection. */
    private static void reset(Connection connection) {
        connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        connection.dispose();
    }

    private static Map<String, Object> problem(HttpResponse<String> response) {
        return JsonPath.read(response.body(), "$");
    }

    private static List<String> summary(HttpResponse<String> response) {
        var headers = response.headers();
        return List.of(
                String.valueOf(response.statusCode()),
                headers.firstValue("Content-Type").orElse(""),
                headers.firstValue("Cache-Control").orElse(""),
                headers.firstValue("Retry-After").orElse(""));
    }
}
