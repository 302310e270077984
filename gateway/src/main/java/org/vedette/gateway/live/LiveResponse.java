package org.vedette.gateway.live;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends status and headers of an event stream at once, because the first event may be hours away. */
class LiveResponse extends ServerHttpResponseDecorator {

    private final LiveStream stream;

    LiveResponse(ServerHttpResponse response, LiveStream stream) {
        super(response);
        this.stream = stream;
    }

    /** Called for event streams only; the body of an error response goes through {@code writeWith}. */
    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> events) {
        return super.writeAndFlushWith(stream.of(empty(), Flux.from(events).map(Flux::from)));
    }

    /** An empty buffer commits the response. */
    private Mono<DataBuffer> empty() {
        return Mono.fromSupplier(() -> bufferFactory().wrap(new byte[0]));
    }
}
