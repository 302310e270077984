package org.vedette.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.vedette.gateway.StubService;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** What reaches a service on the one connection that all requests share. */
class UpstreamRequestTests {

    private static final StubService SERVICE = StubService.named("service");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String SMUGGLED = "GET /internal/status HTTP/1.1\r\nHost: x\r\n\r\n";

    private final HttpClient client =
            HttpClient.create(ConnectionProvider.create("one", 1)).baseUrl(SERVICE.address());

    @BeforeEach
    void reset() {
        SERVICE.reset();
    }

    @Test
    void theBodyEndsWhereItsLengthSaysWhateverConnectionNames() {
        var body = MockServerHttpRequest.post("/first")
                .header("Connection", "Content-Length")
                .contentLength(SMUGGLED.length())
                .body(SMUGGLED);

        send(body);
        send(MockServerHttpRequest.get("/second").build());

        assertThat(SERVICE.received()).extracting(StubService.Received::uri).containsExactly("/first", "/second");
        assertThat(SERVICE.received().get(0).body()).isEqualTo(SMUGGLED);
    }

    @Test
    void aBodyWithoutALengthIsNotSent() {
        send(MockServerHttpRequest.post("/first").body(SMUGGLED));
        send(MockServerHttpRequest.post("/second").contentLength(0).body(SMUGGLED));
        send(MockServerHttpRequest.get("/third").build());

        assertThat(SERVICE.received())
                .extracting(StubService.Received::uri)
                .containsExactly("/first", "/second", "/third");
        assertThat(SERVICE.received()).extracting(StubService.Received::body).containsOnly("");
    }

    @Test
    void aServiceIsNotAskedWhetherItWantsABodyThatIsHere() {
        send(MockServerHttpRequest.post("/first")
                .header("Expect", "100-continue")
                .contentLength(4)
                .body("body"));

        assertThat(SERVICE.onlyRequest().header("Expect")).isEmpty();
        assertThat(SERVICE.onlyRequest().header("Content-Length")).containsExactly("4");
    }

    private void send(ServerHttpRequest request) {
        var status = new UpstreamRequest(request)
                .send(client)
                .responseSingle((response, body) -> body.asString()
                        .defaultIfEmpty("")
                        .thenReturn(response.status().code()))
                .block(TIMEOUT);
        assertThat(status).isEqualTo(200);
    }
}
