package org.vedette.gateway.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;

class RequestHeadersTests extends GatewayTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aValidRequestIdIsForwardedAndReturned() {
        var response = get("/posts/x", "X-Request-Id", "from-a.Client_1");

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("from-a.Client_1");

        assertThat(FEED.onlyRequest().header("X-Request-Id")).containsExactly("from-a.Client_1");
    }

    @Test
    void anOptionOfTheConnectionRemovesNothingThatTheGatewayAdds() {
        var options = "close, X-Hop, X-Vedette, Vedette-State, baggage";

        var response = raw(String.join(
                "\r\n", "GET /posts/x HTTP/1.1", "Host: localhost", "Connection: " + options, "X-Hop: 1", "", ""));

        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(FEED.onlyRequest().header("X-Hop")).isEmpty();
        assertThat(FEED.onlyRequest().header("X-Request-Id")).hasSize(1);
        assertThat(FEED.onlyRequest().header("traceparent")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "<script>",
                "line\tbreak",
                "x23456789x123456789x123456789x123456789x123456789x123456789x12345"
            })
    void anyOtherRequestIdIsReplaced(String id) {
        var response = get("/posts/x", "X-Request-Id", id);

        assertThat(response.headers().allValues("X-Request-Id"))
                .isEqualTo(FEED.onlyRequest().header("X-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{32}");
    }

    @Test
    void repeatedRequestIdsAreReplaced() {
        get("/posts/x", "X-Request-Id", "one", "X-Request-Id", "two");

        assertThat(FEED.onlyRequest().header("X-Request-Id")).singleElement().isNotIn("one", "two");
    }

    @Test
    void aRequestIdSetByTheServiceIsReplaced() {
        FEED.respond(
                "/posts/x",
                (request, response) -> response.header("X-Request-Id", "mine").send());

        var response = get("/posts/x", "X-Request-Id", "yours");

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("yours");
    }

    @Test
    void aValidTraceContextIsForwarded() {
        get("/posts/x", "traceparent", TRACE, "tracestate", "vendor=1");

        var received = FEED.onlyRequest();
        assertThat(List.of(received.header("traceparent"), received.header("tracestate")))
                .isEqualTo(List.of(List.of(TRACE), List.of("vendor=1")));
    }

    @Test
    void anInvalidTraceParentIsReplacedAndTraceStateRemoved() {
        get("/posts/x", "traceparent", TRACE.toUpperCase(Locale.ROOT), "tracestate", "vendor=1");

        var received = FEED.onlyRequest();
        assertThat(TraceParent.of(received.header("traceparent"))).isPresent();

        assertThat(received.header("tracestate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Prefix",
                "x-forwarded-user",
                "Forwarded",
                "X-Real-IP",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "Proxy-Authorization",
                "Cookie"
            })
    void proxyHeadersAndCredentialsOfTheClientAreRemoved(String header) {
        get("/posts/x", header, "host=evil.example");

        assertThat(FEED.onlyRequest().header(header)).isEmpty();
    }

    @Test
    void endToEndHeadersAreForwarded() {
        get("/posts/x", "Accept-Language", "de", "If-None-Match", "\"1\"");

        var received = FEED.onlyRequest();
        assertThat(List.of(received.header("Accept-Language"), received.header("If-None-Match")))
                .isEqualTo(List.of(List.of("de"), List.of("\"1\"")));
    }
}
