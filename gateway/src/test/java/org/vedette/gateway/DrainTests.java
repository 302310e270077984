package org.vedette.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.vedette.gateway.http2.Http2Connection;
import org.vedette.gateway.people.InMemoryStores;
import reactor.core.publisher.Mono;

/** A gateway that stops while clients have connections to it. */
class DrainTests {

    private static final StubService FEED = StubService.named("feed-service");
    private static final String PATH = "/feeds/atom.xml";

    @Test
    void eachConnectionIsToldBeforeItEnds() throws Exception {
        FEED.respond(
                PATH,
                (request, response) -> response.header("Cache-Control", "max-age=60")
                        .header("ETag", "\"1\"")
                        .sendString(Mono.just("a feed")));
        var gateway = start();
        var port = Integer.parseInt(gateway.getEnvironment().getRequiredProperty("local.server.port"));
        try (var first = new Socket(InetAddress.getLoopbackAddress(), port);
                var second = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(firstLines(first)).contains("200 OK").doesNotContain("close");
            assertThat(firstLines(second)).contains("200 OK").doesNotContain("close");
            var stopped = stopWhileAStreamIsOpened(gateway, port);

            assertThat(lastResponse(first)).contains("200 OK").containsIgnoringCase("connection: close");
            assertThat(lastResponse(second)).contains("200 OK").containsIgnoringCase("connection: close");
            stopped.get(15, TimeUnit.SECONDS);
        }
    }

    /** A request that is on its way when the gateway says that it takes no more is answered nevertheless. */
    private static CompletableFuture<Void> stopWhileAStreamIsOpened(ConfigurableApplicationContext gateway, int port)
            throws Exception {
        try (var http2 = new Http2Connection(new Socket(InetAddress.getLoopbackAddress(), port))) {
            request(http2, 1);
            assertThat(http2.outcome(1)).isEqualTo("200");
            var stopped = CompletableFuture.runAsync(gateway::close);
            assertThat(http2.body(3)).isEqualTo("goaway");
            request(http2, 3);
            assertThat(http2.outcome(3)).isEqualTo("200");
            return stopped;
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(GatewayApplication.class, InMemoryStores.class, OwnThreads.class)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.name=gateway",
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--VEDETTE_DRAIN=20s",
                        "--VEDETTE_HTTP2_CLEARTEXT=true",
                        "--VEDETTE_FEED_SERVICE=" + FEED.address(),
                        "--VEDETTE_POST_SERVICE=" + FEED.address(),
                        "--VEDETTE_NOTIFICATION_SERVICE=" + FEED.address());
    }

    /** Without them the gateway, when it stops, takes the event loops of the other contexts in this JVM with it. */
    static class OwnThreads {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private static void request(Http2Connection connection, int stream) throws IOException {
        connection.headers(
                stream,
                true,
                List.of(
                        Map.entry(":method", "GET"),
                        Map.entry(":scheme", "http"),
                        Map.entry(":path", PATH),
                        Map.entry(":authority", "localhost")));
    }

    private static String firstLines(Socket socket) throws IOException {
        send(socket);
        var text = new StringBuilder();
        while (!text.toString().endsWith("a feed")) {
            text.append((char) socket.getInputStream().read());
        }
        return text.toString();
    }

    /** Reads until the gateway closes the connection. */
    private static String lastResponse(Socket socket) throws IOException {
        send(socket);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
