package org.vedette.gateway.live;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer whose head is sent when it is known: the first event may be hours away. */
class LiveAnswer extends ServerHttpResponseDecorator {

    private final LiveStream stream;

    LiveAnswer(ServerHttpResponse answer, LiveStream stream) {
        super(answer);
        this.stream = stream;
    }

    /** Used for streams only, never for what a service answers when it has none. */
    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> events) {
        return super.writeAndFlushWith(stream.of(nothing(), Flux.from(events).map(Flux::from)));
    }

    /** Writing nothing writes the head. */
    private Mono<DataBuffer> nothing() {
        return Mono.fromSupplier(() -> bufferFactory().wrap(new byte[0]));
    }
}
