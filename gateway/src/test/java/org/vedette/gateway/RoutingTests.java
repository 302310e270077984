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
        "/series, feed-service",
        "/tags?page=2, feed-service",
        "/authors, feed-service",
        "/cards/site/0123456789abcdef01.png, feed-service",
        "/opensearch.xml, feed-service",
        "/series/weekly-phishing-report, feed-service",
        "/series/weekly-phishing-report/2026-W45, feed-service",
        "/tags/qakbot, feed-service",
        "/authors/ada-example, feed-service",
        "/archive/2026, feed-service",
        "/archive/2026/11, feed-service",
        "/search?q=evil%5B.%5Dcom, feed-service",
        "/feeds, feed-service",
        "/imprint, feed-service",
        "/privacy, feed-service",
        "/feeds/rss.xml, feed-service",
        "/feeds/tags/qakbot/atom.xml, feed-service",
        "/live, feed-service",
        "/sitemap.xml, feed-service",
        "/sitemap-posts-3.xml, feed-service",
        "/sitemap-tags.xml, feed-service",
        "/robots.txt, feed-service",
        "/api/feed, feed-service",
        "/api/feed/posts?cursor=x, feed-service",
        "/subscribe, notification-service",
        "/subscriptions/confirm?token=x, notification-service",
        "/api/alerts, notification-service",
        "/api/subscribers/1, notification-service",
        "/api/digests, notification-service",
        "/api/bounces, notification-service",
        "/api/mail/switch, notification-service",
        "/studio/alerts, notification-service",
        "/studio/alerts/1/pause, notification-service",
        "/studio/mail, notification-service",
        "/studio/subscribers.csv, notification-service",
        "/studio/subscribers/1, notification-service",
        "/studio/subscribers/import, notification-service",
        "/api/subscribers/import, notification-service",
        "/api/webhooks, notification-service",
        "/studio/webhooks/new, notification-service",
        "/api/posts, post-service",
        "/api/posts/1/publication, post-service",
        "/api/series, post-service",
        "/api/authors/zoe/merge, post-service",
        "/api/media?unused=true, post-service",
        "/media/0123456789abcdef0123456789abcdef/960.webp, post-service"
    })
    void everyPathIsRoutedToItsService(String address, String service) {
        var response = get(address, "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(response.body()).isEqualTo(service);
    }

    @Test
    void theNotificationServiceAloneIsToldTheClientAndNotByTheClient() {
        get("/subscribe", "Vedette-Client-Address", "203.0.113.9");
        get("/archive", "Vedette-Client-Address", "203.0.113.9");

        assertThat(NOTIFICATIONS.onlyRequest().header("Vedette-Client-Address")).containsExactly("127.0.0.1");
        assertThat(FEED.onlyRequest().header("Vedette-Client-Address")).isEmpty();
    }

    @Test
    void pathQueryAndBodyAreForwardedUnchanged() {
        var response = send("POST", "/subscriptions/%C3%A4/x?a=1&a=%20%2F", ofString("List-Unsubscribe=One-Click"));

        assertThat(response.statusCode()).isEqualTo(200);

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
                "/search/x",
                "/live/x",
                "/sitemap-posts-3",
                "/sitemap-posts-3.xml/x",
                "/sitemaps/posts.xml",
                "/robots.txt/x",
                "/tags/a%2Fb",
                "/tags/a%252Fb",
                "/archive/%2e%2e/actuator",
                "/api/feed%2F..%2Fposts",
                "/api/feed/../posts",
                "/internal/status",
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
    void otherPathsAreNotFound(String address) {
        var response = get(address);

        assertThat(response.statusCode()).isEqualTo(404);

        assertThat(response.body()).contains("urn:vedette:problem:not-found");

        // It may ask where an address of an earlier blog leads, and nothing else.
        assertThat(FEED.received()).allMatch(request -> request.uri().startsWith("/internal/redirects?from="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "get"})
    void otherMethodsAreRejected(String method) {
        var response = raw(method + " /posts/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response)
                .startsWith("HTTP/1.1 405")
                .contains("Allow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT", "method-not-allowed");

        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/feed/posts",
        "PUT, /api/feed/posts",
        "PATCH, /api/feed",
        "DELETE, /api/feed/posts",
        "POST, /live"
    })
    void aReadOnlyRouteRejectsOtherMethods(String method, String address) {
        var response = send(method, address, ofString(""), "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(response.statusCode()
                        + response.headers().firstValue("Allow").orElse(""))
                .isEqualTo("405GET, HEAD, OPTIONS");

        assertThat(response.body()).contains("urn:vedette:problem:method-not-allowed");

        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void optionsOfAReadOnlyRouteAreThoseOfItsService() {
        var response = send("OPTIONS", "/api/feed", ofString(""), "Authorization", "Bearer " + EDITOR_TOKEN);

        assertThat(response.statusCode()).isEqualTo(200);

        assertThat(FEED.onlyRequest().method()).isEqualTo("OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/%ZZ", "/search?q=%ZZ", "/tags/%C3%28", "/tags/%F0%9F%92%A9"})
    void everyPathGetsAResponse(String address) {
        var response = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response).matches("(?s)HTTP/1.1 (200|400|404) .*");
    }

    @Test
    void healthIsOnTheManagementPort() {
        var response = getFromManagement("/actuator/health/readiness");

        assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void otherActuatorEndpointsAreNotExposed() {
        var response = getFromManagement("/actuator/gateway/routes");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void anUpgradeHeaderDoesNotChangeTheRoute() {
        var response = raw(
                "GET /posts/x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200").contains("feed-service");
    }

    @Test
    void theResponseOfTheServiceIsForwardedUnchanged() {
        POSTS.respond(
                "/api/posts/1",
                (request, response) -> response.status(412)
                        .header("Content-Type", "application/problem+json")
                        .header("ETag", "\"7\"")
                        .sendString(Mono.just("{\"currentRevision\":7}")));

        var response = get("/api/posts/1", "Authorization", "Bearer " + EDITOR_TOKEN, "Accept", "text/html");

        assertThat(response.statusCode() + response.headers().firstValue("ETag").orElse("") + response.body())
                .isEqualTo("412\"7\"{\"currentRevision\":7}");
    }
}
