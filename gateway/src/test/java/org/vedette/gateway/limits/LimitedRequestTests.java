package org.vedette.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.gateway.GatewayTest;

/** The limits as they are by default. Each test has a client of its own, whom a trusted proxy names. */
class LimitedRequestTests extends GatewayTest {

    private static final String BROWSER = "Accept: text/html";

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, GET, /search?q=x, 30",
        "198.51.100.2, GET, /%73earch?q=x, 30",
        "198.51.100.3, GET, /api/feed/search?q=x, 30",
        "198.51.100.4, POST, /subscribe, 12",
        "2001:db8::6, POST, /login, 200"
    })
    void requestsBeyondTheBurstAreRejected(String client, String method, String target, int burst) {
        var responses = exchange(client, method + " " + target, "", 5 * burst);

        // On a busy machine some tokens are added meanwhile.
        assertThat(count(responses, "HTTP/1.1 429")).isBetween(1, 4 * burst);
    }

    @Test
    void aRejectionIsAProblemThatSaysWhenToComeBack() {
        var responses = exchange("198.51.100.10", "POST /subscribe", "", 13);

        assertThat(responses.substring(responses.indexOf("HTTP/1.1 429")))
                .contains(
                        "Content-Type: application/problem+json",
                        "urn:vedette:problem:too-many-requests",
                        "\"limit\":\"sign-up\"",
                        "These were too many subscriptions: 12 a minute are taken, and 12 at once.",
                        "RateLimit-Policy: \"sign-up\";q=12;w=60",
                        "RateLimit: \"sign-up\";r=0;t=60",
                        "X-Content-Type-Options: nosniff",
                        "X-Request-Id: ")
                .containsPattern("Retry-After: [45]\r\n");
    }

    @Test
    void aBrowserGetsAPage() {
        var responses = exchange("198.51.100.11", "POST /subscribe", BROWSER, 13);

        assertThat(responses.substring(responses.indexOf("HTTP/1.1 429")))
                .contains("<h1>Too many requests</h1>", "Wait 5 seconds and send the request again.");
    }

    @Test
    void whatIsLeftIsSaidBeforeTheLimitIsReached() {
        var responses = exchange("198.51.100.12", "GET /search?q=x", "", 2);

        assertThat(responses)
                .contains("RateLimit-Policy: \"search\";q=30;w=3", "RateLimit: \"search\";r=29;t=1", "r=28");
    }

    @Test
    void pagesSayNothingAboutTheirLimit() {
        assertThat(exchange("198.51.100.13", "GET /posts/x", "", 2)).doesNotContain("RateLimit");
    }

    @Test
    void wrongTokensAreNotLookedAtAnyMore() {
        var responses = exchange("198.51.100.14", "GET /api/posts", "Authorization: Bearer wrong", 100);

        assertThat(count(responses, "HTTP/1.1 401")).isBetween(30, 60);
        assertThat(responses).contains("These were too many invalid tokens");
    }

    @Test
    void wrongTokensCountOnPublicPagesToo() {
        var responses = exchange("198.51.100.16", "GET /posts/x", "Authorization: Bearer wrong", 100);

        assertThat(count(responses, "HTTP/1.1 200")).isBetween(30, 60);
        assertThat(responses).contains("These were too many invalid tokens");
    }

    @Test
    void validTokensAreNotLimited() {
        var responses = exchange("198.51.100.15", "GET /api/posts", "Authorization: Bearer " + EDITOR_TOKEN, 100);

        assertThat(count(responses, "HTTP/1.1 200")).isEqualTo(100);
    }

    @Test
    void aClientCannotChooseItsAddress() {
        var responses = raw(requests("203.0.113.5", "GET /search?q=x", "", 5));

        assertThat(FEED.received())
                .hasSize(5)
                .allSatisfy(
                        request -> assertThat(request.headers()).doesNotContainKeys("X-Forwarded-For", "Forwarded"));
        assertThat(count(responses, "HTTP/1.1 200")).isEqualTo(5);
    }

    @Test
    void aServiceDoesNotGetTheAddressOfTheClient() {
        assertThat(exchange("203.0.113.6", "GET /posts/x", "Forwarded: for=203.0.113.7", 1))
                .startsWith("HTTP/1.1 ");

        assertThat(FEED.onlyRequest().headers()).doesNotContainKeys("X-Forwarded-For", "Forwarded");
    }

    private String exchange(String client, String line, String header, int times) {
        return rawFromProxy(requests(client, line, header, times));
    }

    private static String requests(String client, String line, String header, int times) {
        var request = line + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n"
                + (header.isEmpty() ? "" : header + "\r\n")
                + (line.startsWith("POST") ? "Content-Length: 0\r\n" : "");
        // The last request makes the gateway close the connection when it has answered the others.
        return (request + "\r\n").repeat(times) + "GET / HTTP/9.9\r\n\r\n";
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
