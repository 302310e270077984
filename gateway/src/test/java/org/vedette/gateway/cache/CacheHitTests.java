package org.vedette.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;

/** Hits among other requests on one connection. */
@TestPropertySource(
        properties = {
            "vedette.gateway.cache.size=1MB",
            "vedette.gateway.limits.reading.burst=50",
            "vedette.gateway.limits.reading.requests=50"
        })
class CacheHitTests extends GatewayTest {

    private static final Pattern BODY = Pattern.compile("(?:page|slow)-[0-9a-f-]{36}|\"requestId\"");

    private final String id = UUID.randomUUID().toString();
    private final String page = "/posts/" + id;
    private final String slow = "/posts/slow-" + id;

    @BeforeEach
    void storeThePage() {
        FEED.respond(
                page,
                (request, response) -> response.header("ETag", "\"page\"")
                        .header("Cache-Control", "public, max-age=5")
                        .header("Content-Length", String.valueOf(5 + id.length()))
                        .sendString(Mono.just("page-" + id)));
        FEED.respond(
                slow,
                (request, response) -> response.header("Cache-Control", "no-store")
                        .sendString(Mono.just("slow-" + id).delayElement(Duration.ofMillis(200))));
        get(page);
    }

    @Test
    void responsesToOnePacketComeInTheOrderOfItsRequests() throws IOException {
        var responses = exchange(
                client(2),
                request(page) + request(slow) + request(page) + request(page) + request(slow) + request(page));

        assertThat(BODY.matcher(responses).results().map(found -> found.group().substring(0, 4)))
                .containsExactly("page", "slow", "page", "page", "slow", "page");
    }

    @Test
    void anInvalidRequestBehindAHitIsAnsweredAfterIt() throws IOException {
        var responses = exchange(client(3), request(page) + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");

        assertThat(responses).matches(Pattern.compile("HTTP/1.1 200.*page-.*HTTP/1.1 400.*", Pattern.DOTALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close",
                "Connection: keep-alive",
                "Connection: x-other",
                "Expect: nothing",
                "Upgrade: x"
            })
    void whateverAClientSaysAboutTheConnectionItGetsThePage(String field) throws IOException {
        var responses = exchange(client(4), request(page, field));

        assertThat(responses).contains("page-" + id);
    }

    @Test
    void aTargetThatIsNotTheKeyOfTheCacheGetsItsOwnResponse() throws IOException {
        var responses = exchange(
                client(5), request("http://localhost" + page) + request(page + "?a=b") + request(page + "#fragment"));

        assertThat(responses).contains("page-" + id);
        assertThat(FEED.received()).extracting("uri").containsExactly(page, page + "?a=b");
    }

    @Test
    void hitsCountAgainstTheLimitOfTheirClient() throws IOException {
        var responses = exchange(client(6), request(page).repeat(120));

        assertThat(Pattern.compile("page-").matcher(responses).results().count())
                .isBetween(50L, 110L);
        assertThat(responses).contains("HTTP/1.1 429", "\"limit\":\"reading\"");
    }

    /** The last octet sets the clients of the tests apart. */
    private static String client(int number) {
        return "X-Forwarded-For: 203.0.113." + number;
    }

    /** Sends the requests in one packet, and a last one, which ends the connection, when the responses to them have come. */
    private String exchange(String client, String requests) throws IOException {
        var packet = requests.replace("\r\n\r\n", "\r\n" + client + "\r\n\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(), InetAddress.getByName("127.0.0.9"), 0)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(packet.getBytes(UTF_8));
            var received = new StringBuilder();
            var expected = requests.split("\r\n\r\n", -1).length - 1;
            var buffer = new byte[64 * 1024];
            while (BODY.matcher(received).results().count() < expected) {
                var length = socket.getInputStream().read(buffer);
                if (length < 0) {
                    break;
                }
                received.append(new String(buffer, 0, length, UTF_8));
            }
            return received.toString();
        }
    }

    private static String request(String target, String... fields) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(target, fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n");
    }
}
