package org.vedette.gateway.limits;

import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;

class LimitTests extends GatewayTest {

    private static final int POST_LIMIT = 2 * 1024 * 1024;
    private static final int FORM_LIMIT = 64 * 1024;

    private static final String[] AS_ADA = {"Authorization", "Bearer " + EDITOR_TOKEN};

    @Test
    void aPostUpToTheLimitIsForwarded() {
        var response = send("POST", "/api/posts", ofString("x".repeat(POST_LIMIT)), AS_ADA);

        assertThat(response.statusCode()).isEqualTo(200);

        assertThat(POSTS.onlyRequest().body()).hasSize(POST_LIMIT);
    }

    @Test
    void aPostAboveTheLimitIsRejectedWithTheLimit() {
        var response = send("POST", "/api/posts", ofString("x".repeat(POST_LIMIT + 1)), AS_ADA);

        assertThat(response.body())
                .contains("urn:vedette:problem:request-too-large", "\"status\":413", "\"limit\":2097152");

        assertThat(POSTS.received()).isEmpty();
    }

    @Test
    void aChunkedPostAboveTheLimitIsRejectedToo() {
        var endless = ofInputStream(() -> new ByteArrayInputStream(new byte[POST_LIMIT + 1]));

        var response = send("POST", "/api/posts", endless, AS_ADA);

        assertThat(response.body()).contains("\"status\":413", "\"limit\":2097152");

        assertThat(POSTS.received()).isEmpty();
    }

    @Test
    void aFormHasASmallerLimit() {
        var response = send("POST", "/subscribe", ofString("x".repeat(FORM_LIMIT + 1)));

        assertThat(response.body()).contains("\"status\":413", "\"limit\":65536");
    }

    @Test
    void aTooLongRequestLineIsRejectedWithTheLimit() {
        var response = raw("GET /posts/%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted("x".repeat(9_000)));

        assertThat(response).startsWith("HTTP/1.1 414").contains("\"limit\":8192", "X-Content-Type-Options: nosniff");
    }

    @Test
    void tooLargeHeadersAreRejectedWithTheLimit() {
        var response = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: %s\r\n\r\n".formatted("x".repeat(17_000)));

        assertThat(response).startsWith("HTTP/1.1 431").contains("\"limit\":16384");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a\\b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<x> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nBroken header\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Null: \0\r\n\r\n",
                "complete nonsense\r\n\r\n",
                "POST /subscribe HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n"
            })
    void aMalformedRequestIsAnsweredWithAProblem(String request) {
        var response = raw(request);

        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("content-type: application/problem+json", "urn:vedette:problem:malformed-request");

        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void aSmuggledRequestIsNotForwarded() {
        var response = raw(String.join(
                "\r\n",
                "POST /subscribe HTTP/1.1",
                "Host: localhost",
                "Content-Length: 4",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "",
                "0",
                "",
                "GET /posts/hidden HTTP/1.1",
                "",
                ""));

        assertThat(response).startsWith("HTTP/1.1 ");

        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nTransfer-Encoding: xchunked",
                "Host: localhost\r\nTransfer-Encoding: identity",
                "Host: localhost\r\nTransfer-Encoding: gzip, chunked",
                "Host: localhost\r\nHost: elsewhere",
                "X-No: host"
            })
    void ambiguousFramingOrHostIsRejected(String headers) {
        var response = raw("POST /subscribe HTTP/1.1\r\n" + headers + "\r\n\r\nGET /posts/hidden HTTP/1.1\r\n\r\n");

        assertThat(response.split("HTTP/1.1 ")).containsOnlyOnce("").hasSize(2);
        assertThat(response).startsWith("HTTP/1.1 400");
    }

    @Test
    void headersInUtf8AreAccepted() {
        var response = raw(
                "GET /posts/x HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \u00c3\u009c\r\nConnection: close\r\n\r\n");

        assertThat(response).startsWith("HTTP/1.1 200");
    }
}
