package org.vedette.gateway.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.gateway.GatewayApplication;
import org.vedette.gateway.StubService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A gateway with a certificate: HTTP/1.1 and HTTP/2 by ALPN. */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "management.server.port=0",
            "VEDETTE_TLS_CERTIFICATE=" + Http2Tests.CERTIFICATE,
            "VEDETTE_TLS_KEY=" + Http2Tests.KEY,
            "vedette.gateway.cache.size=0B",
            "spring.ssl.bundle.watch.file.quiet-period=200ms",
            "vedette.gateway.head-timeout=3s",
            "vedette.gateway.body-timeout=1s",
            "vedette.gateway.connections.body-rate=4KB",
            "vedette.gateway.connections.write-timeout=400ms"
        })
@ExtendWith(OutputCaptureExtension.class)
class Http2Tests {

    private static final StubService FEED = StubService.named("feed-service");
    static final String CERTIFICATE = "target/http2-tests.crt";
    static final String KEY = "target/http2-tests.key";

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    // Before the gateway starts, and reads the files.
    static {
        use("one");
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("VEDETTE_FEED_SERVICE", FEED::address);
    }

    @BeforeEach
    void reset() {
        FEED.reset();
    }

    @Test
    void bothVersionsAreSpokenAndForwardedAlike() throws Exception {
        assertThat(get(HttpClient.Version.HTTP_2, "/posts/x?a=1").body()).isEqualTo("feed-service");
        assertThat(get(HttpClient.Version.HTTP_2, "/posts/x?a=1").version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(get(HttpClient.Version.HTTP_1_1, "/posts/x?a=1").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(FEED.received()).extracting(StubService.Received::uri).containsOnly("/posts/x?a=1");
    }

    @Test
    void aChangedCertificateIsUsedWithoutARestart() throws Exception {
        assertThat(subject()).isEqualTo("CN=one.example");

        use("two");

        await().atMost(Duration.ofSeconds(30)).until(() -> subject().equals("CN=two.example"));
    }

    @Test
    void aValidRequestOfFramesIsAnswered() throws Exception {
        try (var connection = connect()) {
            connection.headers(1, true, request("accept", "*/*"));

            assertThat(connection.outcome(1)).isEqualTo("200");
        }
    }

    private static Stream<Arguments> smuggling() {
        return Stream.of(
                Arguments.of("transfer-encoding", request("transfer-encoding", "chunked")),
                Arguments.of("connection", request("connection", "keep-alive")),
                Arguments.of("connection that names a length", request("connection", "content-length")),
                Arguments.of("keep-alive", request("keep-alive", "timeout=5")),
                Arguments.of("proxy-connection", request("proxy-connection", "content-length")),
                Arguments.of("two lengths", request("content-length", "0", "content-length", "5")),
                Arguments.of("upgrade", request("upgrade", "h2c")),
                Arguments.of("te", request("te", "gzip")),
                Arguments.of("uppercase name", request("X-Upper", "a")),
                Arguments.of("space in a name", request("x y", "a")),
                Arguments.of("colon in a name", request("x:y", "a")),
                Arguments.of("CR LF in a value", request("x", "a\r\ntransfer-encoding: chunked")),
                Arguments.of("LF in a value", request("x", "a\nb")),
                Arguments.of("NUL in a value", request("x", "a\0b")),
                Arguments.of("content-length without a body", request("content-length", "5")),
                Arguments.of("content-length of two values", request("content-length", "5, 0")),
                Arguments.of("two authorizations", request("authorization", "a", "authorization", "b")),
                Arguments.of("another host", request("host", "evil.example")),
                Arguments.of(
                        "pseudo-header after a regular one",
                        List.of(
                                Map.entry(":method", "GET"),
                                Map.entry(":scheme", "https"),
                                Map.entry("accept", "*/*"),
                                Map.entry(":path", "/posts/x"),
                                Map.entry(":authority", "localhost"))),
                Arguments.of("space in the path", pseudo("GET", "/posts/x HTTP/1.1", "localhost")),
                Arguments.of("CR LF in the path", pseudo("GET", "/posts/x\r\nx: y", "localhost")),
                Arguments.of("absolute path", pseudo("GET", "http://evil.example/posts/x", "localhost")),
                Arguments.of("empty path", pseudo("GET", "", "localhost")),
                Arguments.of("no slash", pseudo("GET", "posts/x", "localhost")),
                Arguments.of("user in the authority", pseudo("GET", "/posts/x", "localhost@evil")),
                Arguments.of("path in the authority", pseudo("GET", "/posts/x", "localhost/y")),
                Arguments.of("space in the method", pseudo("GET /admin HTTP/1.1", "/posts/x", "localhost")),
                Arguments.of("CONNECT", pseudo("CONNECT", "/posts/x", "localhost")),
                Arguments.of("two paths", request(":path", "/other")),
                Arguments.of("unknown pseudo-header", request(":user", "ada")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smuggling")
    void aRequestThatCouldBeReadInTwoWaysIsRefused(String shape, List<Map.Entry<String, String>> fields)
            throws Exception {
        try (var connection = connect()) {
            connection.headers(1, true, fields);

            assertThat(connection.outcome(1)).as(shape).matches("400|405|reset|goaway|closed");
        }
        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0"})
    void aBodyThatIsLongerThanItsLengthIsRefusedAndIsNoFaultInTheLog(String length, CapturedOutput output)
            throws Exception {
        try (var connection = connect()) {
            connection.headers(1, false, post(length));
            connection.data(1, true, "12345GET /admin");

            assertThat(connection.outcome(1)).matches("4..|reset|goaway|closed");
            assertThat(output).doesNotContain("StreamException");
        }
    }

    @Test
    void aBodyThatIsShorterThanItsLengthIsRefused() throws Exception {
        try (var connection = connect()) {
            connection.headers(1, false, post("30"));
            connection.data(1, true, "12345");

            assertThat(connection.outcome(1)).matches("4..|reset|goaway|closed");
        }
    }

    @Test
    void aMalformedRequestIsCountedAndLeavesTheOthersOfItsConnectionAlone() throws Exception {
        var invalid = meters.get("vedette.gateway.requests.invalid").counter();
        var before = invalid.count();
        try (var connection = connect()) {
            connection.headers(1, true, pseudo("GET", "/posts/x y", "localhost"));
            var refused = connection.outcome(1);
            connection.headers(3, true, request());

            assertThat(refused + " " + connection.outcome(3)).isEqualTo("400 200");
        }
        assertThat(invalid.count()).isEqualTo(before + 1);
    }

    @Test
    void aRequestThatDoesNotArriveIsResetAndCounted() throws Exception {
        var before = timeouts("request");
        try (var connection = connect()) {
            connection.headers(1, false, post("30"));

            assertThat(connection.outcome(1)).isEqualTo("reset");
        }
        assertThat(timeouts("request")).isEqualTo(before + 1);
    }

    @Test
    void aRequestThatStillArrivesFastEnoughIsNotReset() throws Exception {
        var part = "x".repeat(5_000);
        try (var connection = connect()) {
            connection.headers(1, false, post("15000"));
            for (var last : List.of(false, false, true)) {
                await().pollDelay(Duration.ofMillis(600)).until(() -> true);
                connection.data(1, last, part);
            }

            assertThat(connection.outcome(1)).isEqualTo("200");
        }
        assertThat(FEED.onlyRequest().body()).hasSize(15_000);
    }

    @Test
    void aResponseThatIsNotReadIsResetAndLeavesTheOthersAlone(CapturedOutput output) throws Exception {
        var upstream = aHugeFeed();
        var before = timeouts("response");
        try (var connection = connect()) {
            connection.headers(1, true, pseudo("GET", "/feeds/huge", "localhost"));
            assertThat(connection.outcome(1)).isEqualTo("200");

            assertThat(connection.body(1)).isEqualTo("reset");
            await().until(() -> upstream.get() == 0);
            // The first response has used the window of the connection.
            connection.headers(3, true, request());
            connection.window(3, 60_000);
            assertThat(connection.outcome(3)).isEqualTo("200");
        }
        assertThat(timeouts("response")).isEqualTo(before + 1);
        assertThat(output).doesNotContain("ERROR", "StreamException", "ResponseAborted");
    }

    @Test
    void aConnectionOnWhichNothingIsReadIsClosed() throws Exception {
        var upstream = aHugeFeed();
        try (var connection = connect()) {
            for (int stream = 1; stream < 20; stream += 2) {
                connection.headers(stream, true, pseudo("GET", "/feeds/huge", "localhost"));
                connection.window(stream, 100_000_000);
            }

            await().until(() -> upstream.get() > 0);
            await().atMost(Duration.ofSeconds(10)).until(() -> upstream.get() == 0);
        }
    }

    @Test
    void aResponseThatIsReadSlowlyIsSentToTheEnd() throws Exception {
        FEED.respond("/posts/long", (request, response) -> response.sendString(Mono.just("x".repeat(150_000))));
        try (var connection = connect()) {
            connection.headers(1, true, pseudo("GET", "/posts/long", "localhost"));
            assertThat(connection.outcome(1)).isEqualTo("200");
            for (int window = 0; window < 6; window++) {
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
                connection.window(1, 15_000);
            }

            assertThat(connection.body(1)).isEqualTo("150000");
        }
    }

    private double timeouts(String waitedFor) {
        return meters.get("vedette.gateway.connections.timeouts")
                .tag("waited.for", waitedFor)
                .counter()
                .count();
    }

    /** Returns how many of its responses are being sent. */
    private static AtomicInteger aHugeFeed() {
        var upstream = new AtomicInteger();
        FEED.respond("/feeds/huge", (request, response) -> {
            upstream.incrementAndGet();
            return response.sendString(Flux.range(0, 640)
                    .map(n -> "x".repeat(64 * 1024))
                    .doOnCancel(upstream::decrementAndGet)
                    .doOnComplete(upstream::decrementAndGet));
        });
        return upstream;
    }

    @Test
    void aConnectionWithoutARequestIsClosed() throws Exception {
        try (var connection = connect()) {
            assertThat(connection.outcome(1)).matches("goaway|closed");
        }
    }

    private static List<Map.Entry<String, String>> request(String... namesAndValues) {
        var fields = new ArrayList<>(pseudo("GET", "/posts/x", "localhost"));
        for (int index = 0; index < namesAndValues.length; index += 2) {
            fields.add(Map.entry(namesAndValues[index], namesAndValues[index + 1]));
        }
        return fields;
    }

    private static List<Map.Entry<String, String>> post(String length) {
        var fields = new ArrayList<>(pseudo("POST", "/posts/x", "localhost"));
        fields.add(Map.entry("content-type", "application/x-www-form-urlencoded"));
        fields.add(Map.entry("content-length", length));
        return fields;
    }

    private static List<Map.Entry<String, String>> pseudo(String method, String path, String authority) {
        return List.of(
                Map.entry(":method", method),
                Map.entry(":scheme", "https"),
                Map.entry(":path", path),
                Map.entry(":authority", authority));
    }

    private Http2Connection connect() throws IOException, GeneralSecurityException {
        var socket = (SSLSocket) trustingAll().getSocketFactory().createSocket("localhost", port);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
        return new Http2Connection(socket);
    }

    private String subject() throws IOException, GeneralSecurityException {
        try (var socket = (SSLSocket) trustingAll().getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private HttpResponse<String> get(HttpClient.Version version, String path) throws Exception {
        var client = HttpClient.newBuilder()
                .sslContext(trustingAll())
                .version(version)
                .build();
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static SSLContext trustingAll() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustingAll()}, null);
        return context;
    }

    private static void use(String certificate) {
        copy(certificate + ".key.pem", KEY);
        copy(certificate + ".crt.pem", CERTIFICATE);
    }

    private static void copy(String name, String file) {
        try (var content = Http2Tests.class.getResourceAsStream("/tls/" + name)) {
            Files.copy(Objects.requireNonNull(content), Path.of(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The certificates of the test are signed by nobody. */
    private static final class TrustingAll extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
