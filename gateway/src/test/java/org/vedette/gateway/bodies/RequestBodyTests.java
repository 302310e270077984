package org.vedette.gateway.bodies;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vedette.gateway.GatewayTest;

class RequestBodyTests extends GatewayTest {

    private static final String[] AS_ADA = {"Authorization", "Bearer " + EDITOR_TOKEN};

    @Autowired
    private MeterRegistry meters;

    @AfterEach
    void allSpaceIsGivenBack() {
        await().untilAsserted(() -> assertThat(
                        meters.get("vedette.gateway.bodies.bytes").gauges())
                .allSatisfy(gauge -> assertThat(gauge.value()).isZero()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /search?q=slow",
        "HEAD, /posts/x",
        "GET, /nowhere",
        "GET, /assets/none.css",
        "OPTIONS, /api/feed",
        "DELETE, /subscriptions/x",
        "DELETE, /api/posts/1"
    })
    void aPromisedBodyIsRejectedWhereNoneIsTaken(String method, String target) {
        var response =
                raw("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8000\r\n\r\n".formatted(method, target));

        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("connection: close", "X-Content-Type-Options: nosniff");
        if (!method.equals("HEAD")) {
            assertThat(response).contains("urn:vedette:problem:unexpected-body", method + " takes no body");
        }
        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void aWithdrawalTakesItsReason() {
        send("DELETE", "/api/posts/1/publication", ofString("{\"reason\":\"wrong\"}"), AS_ADA);

        assertThat(POSTS.onlyRequest().body()).isEqualTo("{\"reason\":\"wrong\"}");
    }

    @Test
    void aBodyReachesTheServiceAsAWhole() throws IOException {
        try (var socket = new Socket("localhost", port())) {
            write(socket, "POST /subscriptions/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nhalf");
            await().until(() -> waiting() == 4);
            assertThat(NOTIFICATIONS.received()).isEmpty();

            write(socket, "half");

            await().untilAsserted(
                            () -> assertThat(NOTIFICATIONS.onlyRequest().body()).isEqualTo("halfhalf"));
        }
    }

    @Test
    void aClientThatDisconnectsGivesItsSpaceBack() throws IOException {
        try (var socket = new Socket("localhost", port())) {
            write(socket, "POST /subscriptions/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nhalf");
            await().until(() -> waiting() == 4);
        }

        await().until(() -> waiting() == 0);
        assertThat(NOTIFICATIONS.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {262_144, 262_145, 1_000_000})
    void aLargeBodyArrivesUnchanged(int length) {
        var body = "0123456789abcdef".repeat(length / 16 + 1).substring(0, length);

        var response = send("POST", "/api/posts", ofString(body), AS_ADA);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(POSTS.onlyRequest().body()).isEqualTo(body);
    }

    private double waiting() {
        return meters.get("vedette.gateway.bodies.bytes")
                .tag("area", "memory")
                .gauge()
                .value();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
