package org.vedette.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vedette.gateway.http2.Http2Connection;

/** A gateway whose services are unavailable, without API tokens and with an https base URL. */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "management.server.port=0",
            "VEDETTE_BASE_URL=https://blog.example",
            "VEDETTE_SITE_TITLE=Notes & Alerts",
            "VEDETTE_HTTP2_CLEARTEXT=true",
            "VEDETTE_MONGODB=mongodb://localhost:65530",
            "VEDETTE_FEED_SERVICE=http://localhost:65531"
        })
class UnavailableServicesTests {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void anUnavailableServiceIsAnsweredWith503() {
        var response = get(port, "/", "text/html");

        assertThat(response.statusCode()
                        + response.headers().firstValue("Retry-After").orElse("")
                        + response.body())
                .startsWith("5035")
                .contains("<h1>Back in a moment</h1>")
                .contains("Notes &amp; Alerts");
    }

    @Test
    void theGatewayIsReadyWithoutTheServices() {
        assertThat(get(managementPort, "/actuator/health/readiness", "*/*").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStatusPageSaysWhatDoesNotWork() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get(port, "/status", "text/html").body().contains("does not work"));

        var response = get(port, "/status", "text/html");

        assertThat(response.statusCode() + response.body())
                .startsWith("200")
                .contains("<h1>Something is not working</h1>", "Reading posts", "Notes &amp; Alerts", "since ");

        assertThat(response.body()).doesNotContain("65531", "feed-service");
    }

    @Test
    void withAnHttpsBaseUrlTheResponseHasStrictTransportSecurity() {
        var response = get(port, "/nowhere", "*/*");

        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void http2WithoutTlsIsSpokenWhereItIsSwitchedOn() throws Exception {
        try (var connection = new Http2Connection(new Socket("localhost", port))) {
            connection.headers(
                    1,
                    true,
                    List.of(
                            Map.entry(":method", "GET"),
                            Map.entry(":scheme", "http"),
                            Map.entry(":path", "/nowhere"),
                            Map.entry(":authority", "localhost")));

            assertThat(connection.outcome(1)).isEqualTo("404");
        }
    }

    @Test
    void anUpgradeToHttp2IsIgnored() {
        // This client asks for it with its first request to each server.
        assertThat(get(port, "/nowhere", "*/*").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void withoutAContactThereIsNoSecurityTxt() {
        assertThat(get(port, "/.well-known/security.txt", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutAFileOfTokensNoneIsAccepted() {
        assertThat(get(port, "/api/posts", "*/*").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutTheStoreNobodyIsSignedInAndThePageSaysSo() {
        var response = GatewayTest.exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/account"))
                .headers("Accept", "text/html", "Cookie", "__Host-vedette=secret")
                .build());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .contains("Signing in, accounts and API tokens do not work for the moment; reading does.");
        assertThat(get(port, "/login", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheStoreSomebodyWhoSavesLearnsThatNothingWasSaved() {
        var response = GatewayTest.exchange(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/studio/posts/new"))
                        .POST(BodyPublishers.ofString("title=A+long+text"))
                        .headers("Accept", "text/html", "Cookie", "__Host-vedette=secret")
                        .headers("Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin")
                        .build());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Nothing was saved. Go back: what you typed is still in the form");
    }

    private static HttpResponse<String> get(int port, String path, String accept) {
        return GatewayTest.exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .headers("Accept", accept, "Authorization", "Bearer anything")
                .build());
    }
}
