package org.vedette.gateway.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;

class AddressTests extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/posts/x/, /posts/x",
        "/posts/x/?a=1&b=%2F, /posts/x?a=1&b=%2F",
        "/tags/%C3%A4/, /tags/%C3%A4",
        "/nowhere/, /nowhere",
        "/feed, /feeds/rss.xml",
        "/feed/, /feeds/rss.xml",
        "/rss, /feeds/rss.xml",
        "/rss.xml?limit=5, /feeds/rss.xml?limit=5",
        "/feed.xml, /feeds/rss.xml",
        "/atom.xml, /feeds/atom.xml",
        "/feed.json, /feeds/feed.json",
        "/security.txt, /.well-known/security.txt",
    })
    void anotherNameIsRedirectedForEver(String address, String location) {
        var response = get(address);

        assertThat(response.statusCode() + " " + header(response, "Location")).isEqualTo("308 " + location);

        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil/",
                "//evil.example//",
                "/\\evil/",
                "/%5Cevil/",
                "/%2Fevil/",
                "/.//evil/",
                "/posts/../evil/"
            })
    void noAddressIsRedirectedToAnotherHost(String address) {
        var response = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(response).matches("(?s)HTTP/1.1 40[04] .*").doesNotContainIgnoringCase("\nlocation:");
    }

    @Test
    void headIsRedirectedToo() {
        assertThat(send("HEAD", "/posts/x/", BodyPublishers.noBody()).statusCode())
                .isEqualTo(308);
    }

    @Test
    void anUnsafeMethodIsNotRedirected() {
        var response = send("POST", "/subscriptions/x/", BodyPublishers.ofString("a=b"));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void theFrontPageStaysWhereItIs() {
        assertThat(get("/?page=2").statusCode()).isEqualTo(200);
    }

    @Test
    void theIconsAreImages() {
        var icon = get("/favicon.ico");
        var touchIcon = get("/apple-touch-icon.png");

        assertThat(icon.statusCode() + header(icon, "Content-Type")).matches("200image/(x-icon|vnd.microsoft.icon)");

        assertThat(touchIcon.statusCode() + header(touchIcon, "Content-Type")).isEqualTo("200image/png");
    }

    @Test
    void securityTxtHasTheFieldsOfRfc9116() {
        var response = get("/.well-known/security.txt");

        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=UTF-8");

        assertThat(response.body().replaceAll("Expires: .*", "Expires: …")).isEqualTo("""
                        Contact: mailto:security@example.org
                        Contact: https://example.org/report
                        Expires: …
                        Preferred-Languages: en, de
                        Canonical: http://localhost:8080/.well-known/security.txt
                        """);
    }

    @Test
    void securityTxtExpiresWithinAYear() {
        var expires = get("/.well-known/security.txt")
                .body()
                .lines()
                .filter(line -> line.startsWith("Expires: "))
                .map(line -> Instant.parse(line.substring("Expires: ".length())))
                .findFirst()
                .orElseThrow();

        assertThat(Duration.between(Instant.now(), expires).toDays()).isBetween(100L, 364L);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
