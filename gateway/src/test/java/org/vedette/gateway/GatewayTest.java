package org.vedette.gateway;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.gateway.people.InMemoryStores;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.gateway.resilience.TestCircuits;
import org.vedette.gateway.secondfactor.TestCiphers;

/** Base of the tests that send requests to a running gateway; all share one gateway with stubs for the services. */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "management.server.port=0",
            "VEDETTE_RESPONSE_TIMEOUT=600ms",
            "vedette.legal.imprint=We are we.",
            "VEDETTE_SECURITY_CONTACT=security@example.org,https://example.org/report",
            "VEDETTE_SECURITY_LANGUAGES=en,de",
            "vedette.gateway.tokens-refresh=10ms",
            "vedette.gateway.clients.trusted-proxies=127.0.0.9/32, 10.0.0.0/8",
            "vedette.gateway.connections.write-timeout=600ms",
            // Many tests sign in, from one address.
            "vedette.gateway.limits.login.burst=200",
            "vedette.gateway.resilience.minimum-calls=60",
            "vedette.gateway.resilience.open-for=3s",
            "vedette.gateway.resilience.status-interval=100ms",
            "vedette.gateway.cache.size=0B"
        })
@Import(InMemoryStores.class)
public abstract class GatewayTest {

    protected static final String EDITOR_TOKEN = "a-token-of-ada";

    protected static final StubService FEED = StubService.named("feed-service");
    protected static final StubService POSTS = StubService.named("post-service");
    protected static final StubService NOTIFICATIONS = StubService.named("notification-service");

    protected static final Path TOKENS = file("tokens", tokenLine("ada", "editor", EDITOR_TOKEN));

    private static final Path ENCRYPTION_KEY = file("key", TestCiphers.KEY);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private CircuitBreakers circuits;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("VEDETTE_FEED_SERVICE", FEED::address);
        registry.add("VEDETTE_POST_SERVICE", POSTS::address);
        registry.add("VEDETTE_NOTIFICATION_SERVICE", NOTIFICATIONS::address);
        registry.add("VEDETTE_TOKENS", TOKENS::toString);
        registry.add("VEDETTE_ENCRYPTION_KEY", ENCRYPTION_KEY::toString);
    }

    @BeforeEach
    void resetStubs() {
        TestCircuits.close(circuits);
        FEED.reset();
        POSTS.reset();
        NOTIFICATIONS.reset();
    }

    @CanIgnoreReturnValue
    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    protected CompletableFuture<HttpResponse<String>> getLater(String path) {
        return CLIENT.sendAsync(request("GET", port, path, BodyPublishers.noBody()), BodyHandlers.ofString());
    }

    protected HttpResponse<String> getFromManagement(String path) {
        return exchange(request("GET", managementPort, path, BodyPublishers.noBody()));
    }

    @CanIgnoreReturnValue
    protected HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return exchange(request(method, port, path, body, headers));
    }

    /** Returns as soon as status and headers of the response have been received. */
    @CanIgnoreReturnValue
    protected HttpResponse<InputStream> open(String path, String... headers) {
        return exchange(request("GET", port, path, BodyPublishers.noBody(), headers), BodyHandlers.ofInputStream());
    }

    protected static HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString());
    }

    protected static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    protected int port() {
        return port;
    }

    /** Sends exactly these bytes and reads the response until the gateway closes the connection. */
    protected String raw(String request) {
        return raw("127.0.0.1", request);
    }

    /** Sends these bytes from the address of a trusted proxy. */
    protected String rawFromProxy(String request) {
        return raw("127.0.0.9", request);
    }

    /** Sends each byte by itself. */
    protected String rawSlowly(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.setTcpNoDelay(true);
            for (var value : request.getBytes(StandardCharsets.ISO_8859_1)) {
                socket.getOutputStream().write(value);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String raw(String localAddress, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(localAddress), 0)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static String tokenLine(String name, String roles, String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "%s %s %s%n".formatted(name, roles, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest request(String method, int port, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(15))
                .method(method, body);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static Path file(String name, String content) {
        try {
            var file = Files.createTempFile("gateway", name);
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
