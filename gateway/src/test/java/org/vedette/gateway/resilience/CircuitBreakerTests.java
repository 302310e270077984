package org.vedette.gateway.resilience;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

class CircuitBreakerTests extends GatewayTest {

    @Test
    void aReadIsRepeatedWhenTheConnectionFails() {
        var calls = new AtomicInteger();
        FEED.respond(
                "/search",
                (request, response) -> calls.incrementAndGet() == 1
                        ? Mono.<Void>fromRunnable(() -> response.withConnection(Connection::dispose))
                                .then(Mono.never())
                        : response.sendString(Mono.just("found")));

        assertThat(get("/search?q=x").body()).isEqualTo("found");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aReadIsRepeatedAfterAnUnusableResponseOfWhichNothingIsLeft(int status) {
        var calls = new AtomicInteger();
        FEED.respond(
                "/search",
                (request, response) -> calls.incrementAndGet() == 1
                        ? response.status(status).header("X-Left", "over").sendString(Mono.just("no"))
                        : response.sendString(Mono.just("found")));

        var response = get("/search?q=x");

        assertThat(response.statusCode() + response.body()).isEqualTo("200found");

        assertThat(response.headers().map()).doesNotContainKey("x-left");
    }

    @Test
    void aReadIsRepeatedOnceOnly() {
        FEED.respond("/search", (request, response) -> response.status(502).send());

        assertThat(get("/search?q=x").statusCode()).isEqualTo(502);

        assertThat(FEED.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500})
    void anAnswerIsNotRepeated(int status) {
        FEED.respond("/search", (request, response) -> response.status(status).send());

        assertThat(get("/search?q=x").statusCode()).isEqualTo(status);

        assertThat(FEED.received()).hasSize(1);
    }

    @Test
    void aServiceThatSaysWhenToComeBackIsNotAskedBefore() {
        FEED.respond(
                "/search",
                (request, response) ->
                        response.status(503).header("Retry-After", "5").send());

        assertThat(get("/search?q=x").statusCode()).isEqualTo(503);

        assertThat(FEED.received()).hasSize(1);
    }

    @Test
    void aTimeoutIsNotRepeated() {
        FEED.respond("/search", (request, response) -> Mono.never());

        assertThat(get("/search?q=x").statusCode()).isEqualTo(504);

        assertThat(FEED.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void aWriteIsNotRepeated(String method) {
        POSTS.respond(
                "/api/posts/1", (request, response) -> response.status(503).send());

        send(
                method,
                "/api/posts/1",
                ofString(method.equals("DELETE") ? "" : "{}"),
                "Authorization",
                "Bearer " + EDITOR_TOKEN);

        assertThat(POSTS.received()).hasSize(1);
    }

    @Test
    void aServiceThatFailsIsLeftAloneUntilATrialSucceeds() {
        FEED.respond("/search", (request, response) -> response.status(502).send());
        IntStream.range(0, 100).forEach(call -> get("/search?q=" + call));

        var open = get("/posts/x");
        var health = getFromManagement("/actuator/health").body();
        var readiness = getFromManagement("/actuator/health/readiness").statusCode();
        var other = get("/subscribe").statusCode();

        assertThat(open.statusCode() + open.body()).startsWith("503").contains("your request was not passed on");
        assertThat(health).contains("\"status\":\"DEGRADED\"", "\"feed-service\":\"open\"");
        assertThat(readiness + " " + other).isEqualTo("200 200");

        await().atMost(Duration.ofSeconds(5)).until(() -> get("/posts/x").statusCode() == 200);
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            get("/posts/x");
            return getFromManagement("/actuator/health").body().contains("\"feed-service\":\"closed\"");
        });
    }
}
