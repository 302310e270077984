package org.vedette.gateway.upstreams;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;

/** What a service answers: a head that is here, and a body that is still to come. */
record ForwardedAnswer(HttpClientResponse head, Connection connection) {

    Mono<Void> passOnTo(ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(head.status().code()));
        copyHeaders(response);
        var begun = new AtomicBoolean();
        var body = body(response).doOnSubscribe(reader -> begun.set(true));
        return write(body, response).doFinally(end -> {
            if (end != SignalType.ON_COMPLETE || !begun.get()) {
                // Somewhere in the middle of an answer, it is good for nothing any more.
                connection.dispose();
            }
        });
    }

    private Mono<Void> write(Flux<DataBuffer> body, ServerHttpResponse response) {
        return isStream() ? response.writeAndFlushWith(body.map(Mono::just)) : response.writeWith(body);
    }

    private void copyHeaders(ServerHttpResponse response) {
        var endToEnd = new EndToEndHeaders(head.responseHeaders().getAll(HttpHeaderNames.CONNECTION));
        head.responseHeaders().forEach(header -> {
            if (endToEnd.include(header.getKey())) {
                response.getHeaders().add(header.getKey(), header.getValue());
            }
        });
    }

    private boolean isStream() {
        var type = head.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private Flux<DataBuffer> body(ServerHttpResponse response) {
        var buffers = (NettyDataBufferFactory) response.bufferFactory();
        return connection.inbound().receive().retain().map(buffers::wrap);
    }
}
