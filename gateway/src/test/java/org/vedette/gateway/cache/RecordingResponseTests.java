package org.vedette.gateway.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Mono;

/** When those who wait for a response learn that they have to fetch it themselves. */
class RecordingResponseTests {

    private final List<String> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"true, 'public, max-age=5', ended", "false, 'public, max-age=5', ended", "true, no-store, rejected"})
    void nobodyWaitsUntilAClientHasReadWhatIsNotStored(boolean memory, String cacheControl, String expected) {
        var client = new MockServerHttpResponse();
        client.setStatusCode(HttpStatus.OK);
        client.setWriteHandler(body -> {
            events.add("sending");
            return Mono.never();
        });
        var response = new RecordingResponse(client, unused -> new LaggingStorage(memory));
        response.getHeaders().set(HttpHeaders.ETAG, "\"page\"");
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.getHeaders().setContentLength(4);

        var sending = response.writeWith(
                        Mono.just(DefaultDataBufferFactory.sharedInstance.wrap("page".getBytes(UTF_8))))
                .subscribe(done -> {}, failure -> events.add("failed"));

        assertThat(events).containsExactly(expected, "sending");
        sending.dispose();
    }

    /** Stores nothing, because the response comes from an instance that lags behind. */
    private final class LaggingStorage implements RecordingResponse.Storage {

        private final boolean memory;

        LaggingStorage(boolean memory) {
            this.memory = memory;
        }

        @Override
        public boolean reserve(long bytes) {
            return memory;
        }

        @Override
        public void release(long bytes) {}

        @Override
        public Optional<Mono<Void>> store(HttpHeaders headers, byte[] body) {
            return Optional.empty();
        }

        @Override
        public void end() {
            events.add("ended");
        }

        @Override
        public void reject() {
            events.add("rejected");
        }
    }
}
