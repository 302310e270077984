package org.vedette.gateway.cache;

import java.util.Optional;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/**
 * The response to the first request for an address. One that may be stored is received as a whole before anything of it
 * is sent, so that nobody waits for a client that reads slowly; any other is passed on as it comes, and nobody waits for it.
 */
final class RecordingResponse extends ServerHttpResponseDecorator {

    private final Storage storage;

    /** What becomes of the response. */
    interface Storage {

        /** Reserves memory for a response; false when there is none. */
        boolean reserve(long bytes);

        void release(long bytes);

        /** Stores a whole response and answers the client; empty when that is not possible. */
        Optional<Mono<Void>> store(HttpHeaders headers, byte[] body);

        /** The response is not stored, and those who wait for it fetch for themselves. */
        void end();

        /** Such a response may not be stored, nor one that comes soon. */
        void reject();
    }

    RecordingResponse(ServerHttpResponse response, Function<ServerHttpResponse, Storage> storage) {
        super(response);
        this.storage = storage.apply(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        var length = getHeaders().getContentLength();
        if (!HttpStatus.OK.equals(getStatusCode()) || !Representation.isStorable(getHeaders())) {
            storage.reject();
            return super.writeWith(body);
        }
        if (!storage.reserve(length)) {
            storage.end();
            return super.writeWith(body);
        }
        return DataBufferUtils.join(body, Representation.MAX_LENGTH)
                .map(RecordingResponse::bytes)
                .defaultIfEmpty(new byte[0])
                .doFinally(end -> storage.release(length))
                .flatMap(this::storeOrSend);
    }

    private Mono<Void> storeOrSend(byte[] body) {
        return storage.store(getHeaders(), body).orElseGet(() -> {
            storage.end();
            return super.writeWith(Mono.just(bufferFactory().wrap(body)));
        });
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        storage.reject();
        return super.writeAndFlushWith(body);
    }

    @Override
    public Mono<Void> setComplete() {
        storage.reject();
        return super.setComplete();
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
