package org.vedette.gateway.forwarding;

import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;

class ForwardingTests extends GatewayTest {

    @Test
    void hopByHopHeadersOfTheRequestAreRemoved() {
        var response = raw(String.join(
                "\r\n",
                "GET /posts/x HTTP/1.1",
                "Host: blog.example",
                "Connection: close, X-Hop",
                "X-Hop: 1",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Upgrade: h2c",
                "X-End: 2",
                "",
                ""));

        assertThat(response).startsWith("HTTP/1.1 200");
        var received = FEED.onlyRequest();
        assertThat(List.of("Connection", "X-Hop", "Keep-Alive", "TE", "Upgrade"))
                .allSatisfy(name -> assertThat(received.header(name)).isEmpty());
        assertThat(received.header("X-End")).containsExactly("2");
        assertThat(received.header("Host")).singleElement().asString().startsWith("localhost:");
    }

    @Test
    void hopByHopHeadersOfTheResponseAreRemoved() {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.header("Connection", "X-Hop")
                        .header("X-Hop", "1")
                        .header("Keep-Alive", "timeout=5")
                        .header("X-End", "2")
                        .sendString(Mono.just("body")));

        var headers = get("/posts/x").headers();

        assertThat(headers.map()).doesNotContainKeys("connection", "x-hop", "keep-alive");
        assertThat(headers.allValues("X-End")).containsExactly("2");
    }

    @Test
    void repeatedHeadersAreForwarded() {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.addHeader("Link", "<a>")
                        .addHeader("Link", "<b>")
                        .send());

        var response = get("/posts/x", "Accept-Language", "de", "Accept-Language", "en");

        assertThat(FEED.onlyRequest().header("Accept-Language")).containsExactly("de", "en");
        assertThat(response.headers().allValues("Link")).containsExactly("<a>", "<b>");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 404, 410, 418, 422, 499, 500, 599})
    void everyStatusIsForwarded(int status) {
        FEED.respond("/posts/x", (request, response) -> response.status(status).send());

        assertThat(get("/posts/x").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"POST, one=1", "PUT, ''", "PATCH, x", "DELETE, ''"})
    void aBodyIsForwardedWithItsLength(String method, String body) {
        send(method, "/subscriptions/x", ofString(body));

        assertThat(NOTIFICATIONS.onlyRequest().method()
                        + NOTIFICATIONS.onlyRequest().body())
                .isEqualTo(method + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void aChunkedBodyIsForwardedWithItsLength(String method) {
        send(
                method,
                "/subscriptions/x",
                ofInputStream(() -> new ByteArrayInputStream("streamed".getBytes(StandardCharsets.UTF_8))));

        assertThat(NOTIFICATIONS.onlyRequest().body()
                        + NOTIFICATIONS.onlyRequest().header("Content-Length")
                        + NOTIFICATIONS.onlyRequest().header("Transfer-Encoding"))
                .isEqualTo("streamed[8][]");
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/\u00e9, /tags/%C3%A9",
        "/search?q=\u00e9&r=%2F%20+, /search?q=%C3%A9&r=%2F%20+",
        "/search?, /search?",
        "/search?q=%5B.%5D, /search?q=%5B.%5D",
        "http://elsewhere.example/posts/x?y, /posts/x?y"
    })
    void theRequestTargetIsForwardedUnchangedInAscii(String sent, String arrived) {
        var response = raw("GET " + sent + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(FEED.onlyRequest().uri()).isEqualTo(arrived);
    }
}
