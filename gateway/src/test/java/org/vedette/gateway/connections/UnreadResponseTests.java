package org.vedette.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.gateway.GatewayTest;
import reactor.core.publisher.Flux;

@ExtendWith(OutputCaptureExtension.class)
class UnreadResponseTests extends GatewayTest {

    private static final int MEGABYTES = 40;

    private final AtomicInteger upstream = new AtomicInteger();

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void aHugeFeed() {
        FEED.respond("/feeds/huge", (request, response) -> {
            upstream.incrementAndGet();
            return response.sendString(Flux.range(0, MEGABYTES * 16)
                    .map(n -> "x".repeat(64 * 1024))
                    .doOnCancel(upstream::decrementAndGet)
                    .doOnComplete(upstream::decrementAndGet));
        });
    }

    @Test
    void aClientThatReadsNothingIsDisconnected(CapturedOutput output) throws IOException {
        var before = cut();
        try (var socket = ask()) {
            await().atMost(Duration.ofSeconds(10)).until(() -> cut() == before + 1);

            await().until(() -> upstream.get() == 0);
            assertThat(socket.isConnected()).isTrue();
        }
        // Another gateway of these tests may log that it has no store.
        assertThat(output).doesNotContain("ERROR", "ProblemLog", "ResponseAborted", "reactor.netty");
    }

    @Test
    void aClientThatReadsSlowlyGetsEverything() throws IOException {
        var before = cut();
        try (var socket = ask()) {
            var input = socket.getInputStream();
            var read = 0L;
            for (var pause = 0; pause < 8; pause++) {
                read += input.readNBytes(512 * 1024).length;
                await().pollDelay(Duration.ofMillis(250)).until(() -> true);
            }
            read += input.readAllBytes().length;

            assertThat(read).isGreaterThan(MEGABYTES * 1024L * 1024L);
        }
        assertThat(cut()).isEqualTo(before);
    }

    private Socket ask() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        socket.getOutputStream()
                .write("GET /feeds/huge HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private double cut() {
        return meters.get("vedette.gateway.connections.timeouts")
                .tag("waited.for", "response")
                .counter()
                .count();
    }
}
