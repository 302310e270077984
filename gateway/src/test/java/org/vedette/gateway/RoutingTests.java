package org.vedette.gateway;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class RoutingTests extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/, feed-service",
        "/posts/a-post, feed-service",
        "/series/weekly-phishing-report, feed-service",
        "/feeds/rss.xml, feed-service",
        "/subscribe, notification-service",
        "/subscriptions/confirm?token=x, notification-service",
        "/api/alerts, notification-service",
        "/api/subscribers/1, notification-service",
        "/api/posts, post-service",
        "/api/posts/1/publication, post-service",
        "/api/series, post-service"
    })
    void everyAddressHasItsService(String address, String service) {
        var answer = get(address, "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(answer.body()).isEqualTo(service);
    }

    @Test
    void pathQueryAndBodyArriveAsTheyWereSent() {
        var answer = send("POST", "/subscriptions/%C3%A4/x?a=1&a=%20%2F", ofString("List-Unsubscribe=One-Click"));

        assertThat(answer.statusCode()).isEqualTo(200);

        var received = NOTIFICATIONS.onlyRequest();
        assertThat(received.method() + " " + received.uri() + " " + received.body())
                .isEqualTo("POST /subscriptions/%C3%A4/x?a=1&a=%20%2F List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/postsx",
                "/subscribe/x",
                "/actuator",
                "/actuator/health",
                "/actuator;x",
                "/actuator;x/health",
                "/%61ctuator/health",
                "//actuator/health",
                "/./actuator/health",
                "/posts/../actuator/health",
                "/posts/%2e%2e/actuator/health",
                "/posts/..%2factuator/health",
                "/posts/%252e%252e/actuator/health",
                "/posts/..%5cactuator/health",
                "/posts//x",
                "/posts/x;jsessionid=1",
                "/posts/x%00"
            })
    void nothingElseExists(String address) {
        var answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(404);

        assertThat(answer.body()).contains("urn:vedette:problem:not-found");

        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "get"})
    void onlyUsualMethodsArePassedOn(String method) {
        var answer = raw(method + " /posts/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405")
                .contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT", "method-not-allowed");

        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void healthIsOnTheManagementPort() {
        var answer = getFromManagement("/actuator/health/readiness");

        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void otherEndpointsOfTheActuatorAreNotEvenThere() {
        var answer = getFromManagement("/actuator/gateway/routes");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void anUpgradeHeaderDoesNotChangeTheWay() {
        var answer = raw(
                "GET /posts/x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("feed-service");
    }

    @Test
    void whatTheServiceSaysIsPassedOnUnchanged() {
        POSTS.answer(
                "/api/posts/1",
                (request, response) -> response.status(412)
                        .header("Content-Type", "application/problem+json")
                        .header("ETag", "\"7\"")
                        .sendString(Mono.just("{\"currentRevision\":7}")));

        var answer = get("/api/posts/1", "Authorization", "Bearer " + EDITOR_TOKEN, "Accept", "text/html");

        assertThat(answer.statusCode() + answer.headers().firstValue("ETag").orElse("") + answer.body())
                .isEqualTo("412\"7\"{\"currentRevision\":7}");
    }
}
