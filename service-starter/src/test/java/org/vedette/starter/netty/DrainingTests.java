package org.vedette.starter.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class DrainingTests {

    private final StaticApplicationContext application = new StaticApplicationContext();
    private final Draining draining = new Draining(application, Duration.ofSeconds(20));
    private final DisposableServer server = draining.apply(HttpServer.create())
            .port(0)
            .handle((request, response) -> response.sendString(Mono.just("hello")))
            .bindNow();

    @AfterEach
    void stopServer() {
        server.disposeNow();
    }

    @Test
    void aConnectionGoesOnWhileTheServiceRuns() throws IOException {
        try (var client = new Client(server.port())) {
            assertThat(client.get()).noneMatch(DrainingTests::saysClose);
            assertThat(client.get()).isNotEmpty();
        }
    }

    @Test
    void theNextResponseIsTheLastOneOfItsConnection() throws IOException {
        try (var client = new Client(server.port())) {
            client.get();
            draining.onApplicationEvent(new ContextClosedEvent(application));

            assertThat(client.get()).anyMatch(DrainingTests::saysClose);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void aChildOfTheContextMayEnd() throws IOException {
        draining.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext(application)));

        try (var client = new Client(server.port())) {
            assertThat(client.get()).noneMatch(DrainingTests::saysClose);
        }
    }

    @Test
    void theEndIsWaitedForUntilNoConnectionIsOpen() throws Exception {
        CompletableFuture<Void> stopped;
        try (var client = new Client(server.port())) {
            client.get();
            draining.onApplicationEvent(new ContextClosedEvent(application));
            stopped = CompletableFuture.runAsync(draining::stop);
            await().during(Duration.ofMillis(200)).until(() -> !stopped.isDone());

            client.get();
        }
        stopped.get(10, TimeUnit.SECONDS);
        assertThat(draining.isRunning()).isFalse();
    }

    private static boolean saysClose(String line) {
        return line.equalsIgnoreCase("connection: close");
    }

    /** A client with one connection. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader input;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        /** The header of the response, without its first line. */
        @CanIgnoreReturnValue
        List<String> get() throws IOException {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var lines = new ArrayList<String>();
            for (var line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
                lines.add(line);
            }
            // A chunk of five bytes and the end, or as long as is said.
            var chunked = lines.stream().anyMatch(line -> line.equalsIgnoreCase("transfer-encoding: chunked"));
            assertThat(input.skip(chunked ? "5\r\nhello\r\n0\r\n\r\n".length() : "hello".length()))
                    .isPositive();
            return lines;
        }

        boolean isClosed() throws IOException {
            return input.read() == -1;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
