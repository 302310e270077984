package org.vedette.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.gateway.GatewayApplication;
import org.vedette.gateway.IsolatedReactorResources;
import reactor.core.publisher.Flux;
import reactor.netty.http.server.HttpServer;

class LiveStopTests {

    @Test
    void anOpenStreamDoesNotDelayTheShutdown() throws IOException {
        var service = HttpServer.create()
                .port(0)
                .handle((request, response) -> response.sse().sendHeaders().sendString(Flux.never()))
                .bindNow();
        var gateway = gateway("http://localhost:" + service.port());
        try (var reader = new Socket("localhost", port(gateway))) {
            reader.getOutputStream().write("GET /live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().read()).isEqualTo('H');

            var begun = System.nanoTime();
            gateway.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        } finally {
            gateway.close();
            service.disposeNow();
        }
    }

    private static ConfigurableApplicationContext gateway(String feedService) {
        return new SpringApplicationBuilder(GatewayApplication.class, IsolatedReactorResources.class)
                .properties(
                        "spring.config.name=gateway",
                        "server.port=0",
                        "management.server.port=-1",
                        "VEDETTE_FEED_SERVICE=" + feedService)
                .run();
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
