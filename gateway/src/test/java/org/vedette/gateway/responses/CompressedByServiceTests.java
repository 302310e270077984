package org.vedette.gateway.responses;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A response that a service has compressed itself. */
class CompressedByServiceTests extends GatewayTest {

    private static final byte[] COMPRESSED = compressed("All work and no play. ".repeat(2_000));

    private static final List<String> FACTS = List.of(
            "\"v1-gzip\"",
            "Accept-Encoding",
            "public, max-age=60, stale-while-revalidate=600",
            "Sat, 28 Nov 2026 08:00:00 GMT");

    @BeforeEach
    void theServiceCompresses() {
        FEED.respond("/posts/x", (request, response) -> variant(request, response));
    }

    @Test
    void isForwardedUnchanged() throws IOException {
        var response = open("/posts/x", "Accept-Encoding", "gzip, deflate, br");

        assertThat(response.body().readAllBytes()).isEqualTo(COMPRESSED);
        assertThat(facts(response)).isEqualTo(FACTS);
        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(response.headers().allValues("Content-Length")).containsExactly(String.valueOf(COMPRESSED.length));
    }

    @Test
    void isValidatedByItsStrongTag() {
        var response = get("/posts/x", "Accept-Encoding", "gzip", "If-None-Match", "\"v1-gzip\"");

        assertThat(response.statusCode() + response.body()).isEqualTo("304");
        assertThat(facts(response)).isEqualTo(FACTS);
    }

    @Test
    void hasItsContentLengthInResponseToHead() {
        var response = send("HEAD", "/posts/x", noBody(), "Accept-Encoding", "gzip");

        assertThat(response.headers().allValues("Content-Length")).containsExactly(String.valueOf(COMPRESSED.length));
        assertThat(response.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(response.body()).isEmpty();
        assertThat(facts(response)).isEqualTo(FACTS);
    }

    @Test
    void hasASingleVaryWhateverItsCase() {
        FEED.respond(
                "/posts/y",
                (request, response) -> response.header("Content-Type", "text/html")
                        .header("Vary", "accept-encoding")
                        .sendString(Mono.just("plain")));

        var response = get("/posts/y", "Accept-Encoding", "gzip");

        assertThat(response.headers().allValues("Vary")).containsExactly("accept-encoding");
    }

    private static Mono<Void> variant(HttpServerRequest request, HttpServerResponse response) {
        response.header("ETag", FACTS.get(0))
                .header("Vary", FACTS.get(1))
                .header("Cache-Control", FACTS.get(2))
                .header("Last-Modified", FACTS.get(3));
        if (FACTS.get(0).equals(request.requestHeaders().get("If-None-Match"))) {
            return response.status(304).send();
        }
        response.header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Encoding", "gzip")
                .header("Content-Length", String.valueOf(COMPRESSED.length));
        return request.method().name().equals("HEAD")
                ? response.send()
                : response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(COMPRESSED)))
                        .then();
    }

    private static List<String> facts(HttpResponse<?> response) {
        return Stream.of("ETag", "Vary", "Cache-Control", "Last-Modified")
                .map(name -> String.join("|", response.headers().allValues(name)))
                .toList();
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
