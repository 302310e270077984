package org.vedette.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class LiveClientsTests {

    private static final int STREAMS = Integer.getInteger("vedette.streams", 300);

    private final Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get(
                    "/live",
                    (request, response) ->
                            response.sse().sendString(Flux.concat(Flux.just(": here\n\n"), news.asFlux()))))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void everyStreamReceivesTheEvent() throws IOException {
        try (var clients = new LiveClients(address("/live"))) {
            clients.open(STREAMS);
            await().until(() -> news.currentSubscriberCount() == STREAMS);
            var start = System.nanoTime();
            news.tryEmitNext("data: some-slug\n\n").orThrow();

            var latencies = clients.await("some-slug", "some-id", start);

            assertThat(latencies.ascending()).hasSize(STREAMS);
        }
    }

    @Test
    void whatIsNoStreamIsRefused() throws IOException {
        try (var clients = new LiveClients(address("/elsewhere"))) {
            assertThatThrownBy(() -> clients.open(1)).hasMessageContaining("404");
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
