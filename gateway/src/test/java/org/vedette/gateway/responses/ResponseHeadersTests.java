package org.vedette.gateway.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;

class ResponseHeadersTests extends GatewayTest {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'";

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "content-security-policy",
            POLICY + "; frame-ancestors 'none'",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "referrer-policy",
            "strict-origin-when-cross-origin",
            "permissions-policy",
            "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin");

    private static final String LONG_TEXT = "All work and no play. ".repeat(200);

    @ParameterizedTest
    @ValueSource(strings = {"/posts/x", "/nowhere", "/api/posts", "/posts//x", "/posts/x/", "/.well-known/jwks.json"})
    void everyResponseHasEachSecurityHeaderOnce(String address) {
        var response = get(address);

        assertThat(securityHeaders(response)).isEqualTo(once(SECURITY_HEADERS));
    }

    @ParameterizedTest
    @CsvSource({
        // route, what follows the policy, X-Frame-Options, Cross-Origin-Resource-Policy, Access-Control-Allow-Origin
        "/, ; frame-ancestors 'none', DENY, same-origin, -",
        "/posts/x, ; frame-ancestors 'none', DENY, same-origin, -",
        "/search, ; frame-ancestors 'none', DENY, same-origin, -",
        "/subscribe, ; frame-ancestors 'none', DENY, same-origin, -",
        "/api/posts, ; frame-ancestors 'none', DENY, same-origin, -",
        "/api/feeds, ; frame-ancestors 'none', DENY, same-origin, -",
        "/api/feed/posts, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/api/feed/search, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/feeds, ; frame-ancestors 'none', DENY, same-origin, -",
        "/feeds/rss.xml, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/rss.xml, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/live, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/sitemap.xml, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/sitemap-tags.xml, ; frame-ancestors 'none', DENY, cross-origin, *",
        "/cards/site/0.png, ; frame-ancestors 'none', DENY, cross-origin, -",
        "/assets/sample.css, ; frame-ancestors 'none', DENY, cross-origin, -",
        "/favicon.ico, ; frame-ancestors 'none', DENY, cross-origin, -",
        "/studio/posts, ; frame-src 'self'; frame-ancestors 'none', DENY, same-origin, -",
        "/preview/x, ; frame-ancestors 'self'; sandbox, SAMEORIGIN, same-origin, -",
        "/%70review/x, ; frame-ancestors 'self'; sandbox, SAMEORIGIN, same-origin, -",
    })
    void everyRouteHasItsPolicy(String address, String framing, String frames, String resources, String origins) {
        var headers = get(address, "Origin", "https://other.example").headers();

        assertThat(List.of(
                        headers.firstValue("Content-Security-Policy").orElse(""),
                        headers.firstValue("X-Frame-Options").orElse(""),
                        headers.firstValue("Cross-Origin-Resource-Policy").orElse(""),
                        headers.firstValue("Access-Control-Allow-Origin").orElse("-"),
                        headers.firstValue("Access-Control-Allow-Credentials").orElse("-")))
                .containsExactly(POLICY + framing, frames, resources, origins, "-");
    }

    @Test
    void aServiceCannotOpenAnAddress() {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.header("Access-Control-Allow-Origin", "https://other.example")
                        .header("Access-Control-Allow-Credentials", "true")
                        .send());

        var response = get("/posts/x");

        assertThat(response.headers().map())
                .doesNotContainKeys("access-control-allow-origin", "access-control-allow-credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/feed/posts, 204 * GET+HEAD",
        "/live, 204 * GET+HEAD",
        "/feeds/atom.xml, 204 * GET+HEAD",
        "/api/posts, 200 - -",
        "/posts/x, 200 - -",
        "/subscribe, 200 - -",
    })
    void aPreflightIsAnsweredByTheGateway(String address, String expected) {
        var response = raw(
                "OPTIONS %s HTTP/1.1\r\nHost: localhost\r\nOrigin: https://other.example\r\nAccess-Control-Request-Method: GET\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(address, EDITOR_TOKEN));

        assertThat("%s %s %s"
                        .formatted(
                                response.substring(9, 12),
                                header(response, "Access-Control-Allow-Origin"),
                                header(response, "Access-Control-Allow-Methods").replace(", ", "+")))
                .isEqualTo(expected);

        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/posts", "/posts//x"})
    void anErrorVariesByAccept(String address) {
        assertThat(get(address).headers().allValues("Vary")).contains("Accept");
    }

    private static String header(String response, String name) {
        return response.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("-");
    }

    @Test
    void securityHeadersOfAServiceAreReplacedAndItsNameIsRemoved() {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.header("X-Frame-Options", "SAMEORIGIN")
                        .header("Referrer-Policy", "no-referrer")
                        .header("Server", "Netty")
                        .header("X-Powered-By", "Coffee")
                        .send());

        var response = get("/posts/x");

        assertThat(securityHeaders(response)).isEqualTo(once(SECURITY_HEADERS));

        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @CsvSource({
        "application/rss+xml, document, application/xml;charset=UTF-8",
        "application/atom+xml, document, application/xml;charset=UTF-8",
        "application/rss+xml, empty, application/rss+xml;charset=utf-8",
        "application/atom+xml, '', application/atom+xml;charset=utf-8",
    })
    void aFeedIsXmlToAPersonWhoOpensIt(String mediaType, String destination, String sentAs) {
        FEED.respond(
                "/feeds/x",
                (request, response) -> response.header("Content-Type", mediaType + ";charset=utf-8")
                        .sendString(Mono.just("<x/>")));

        var response = get("/feeds/x", "Sec-Fetch-Dest", destination);

        assertThat(response.headers().allValues("Content-Type")).containsExactly(sentAs);
        assertThat(String.join(", ", response.headers().allValues("Vary"))).contains("Sec-Fetch-Dest");
    }

    @Test
    void withoutHttpsThereIsNoStrictTransportSecurity() {
        assertThat(get("/posts/x").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void aPageIsCompressedAndItsTagWeak() {
        tagged("text/html;charset=UTF-8");

        var response = get("/posts/x", "Accept-Encoding", "gzip");

        assertThat(facts(response)).containsExactly("gzip", "W/\"v1\"", "accept-encoding");
    }

    @Test
    void withoutAcceptEncodingTheTagStaysStrong() {
        tagged("text/html;charset=UTF-8");

        var response = get("/posts/x");

        assertThat(facts(response)).containsExactly("", "\"v1\"", "accept-encoding");
    }

    @Test
    void jsonIsNotCompressedAndKeepsItsStrongTag() {
        tagged("application/json");

        var response = get("/posts/x", "Accept-Encoding", "gzip");

        assertThat(facts(response)).containsExactly("", "\"v1\"", "");
    }

    @Test
    void anInvalidContentTypeIsForwarded() {
        tagged("what/is/this;;");

        var response = get("/posts/x", "Accept-Encoding", "gzip");

        assertThat(facts(response)).containsExactly("", "\"v1\"", "");
    }

    @Test
    void aWeakTagIsValidatedAsWeak() {
        FEED.respond(
                "/posts/x",
                (request, response) ->
                        response.status(304).header("ETag", "\"v1\"").send());

        var response = get("/posts/x", "Accept-Encoding", "gzip", "If-None-Match", "W/\"v1\"");

        assertThat(response.statusCode() + response.headers().firstValue("ETag").orElse(""))
                .isEqualTo("304W/\"v1\"");
    }

    private static void tagged(String type) {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.header("Content-Type", type)
                        .header("ETag", "\"v1\"")
                        .sendString(Mono.just(LONG_TEXT)));
    }

    private static List<String> facts(HttpResponse<String> response) {
        return List.of("Content-Encoding", "ETag", "Vary").stream()
                .map(name -> String.join("|", response.headers().allValues(name)))
                .map(value -> value.equals("Accept-Encoding") ? "accept-encoding" : value)
                .toList();
    }

    private static Map<String, List<String>> securityHeaders(HttpResponse<String> response) {
        Set<String> names = SECURITY_HEADERS.keySet();
        return response.headers().map().entrySet().stream()
                .filter(header -> names.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, List<String>> once(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }
}
