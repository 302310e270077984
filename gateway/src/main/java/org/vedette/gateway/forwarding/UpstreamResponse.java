package org.vedette.gateway.forwarding;

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

/** The response of a service: its status and headers have been received, its body is still to come. */
record UpstreamResponse(HttpClientResponse response, Connection connection) {

    int status() {
        return response.status().code();
    }

    Mono<Void> writeTo(ServerHttpResponse target) {
        target.setStatusCode(HttpStatusCode.valueOf(response.status().code()));
        copyHeaders(target);
        var bodyRequested = new AtomicBoolean();
        var body = body(target).doOnSubscribe(subscription -> bodyRequested.set(true));
        return write(body, target).doFinally(signal -> {
            if (signal != SignalType.ON_COMPLETE || !bodyRequested.get()) {
                // A connection with an unread rest of a body cannot be used for another request.
                connection.dispose();
            }
        });
    }

    private Mono<Void> write(Flux<DataBuffer> body, ServerHttpResponse target) {
        return isEventStream() ? target.writeAndFlushWith(body.map(Mono::just)) : target.writeWith(body);
    }

    private void copyHeaders(ServerHttpResponse target) {
        var hopByHop = new HopByHopHeaders(response.responseHeaders().getAll(HttpHeaderNames.CONNECTION));
        response.responseHeaders().forEach(header -> {
            if (!hopByHop.contain(header.getKey())) {
                target.getHeaders().add(header.getKey(), header.getValue());
            }
        });
    }

    private boolean isEventStream() {
        var type = response.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    private Flux<DataBuffer> body(ServerHttpResponse target) {
        var buffers = (NettyDataBufferFactory) target.bufferFactory();
        return connection.inbound().receive().retain().map(buffers::wrap);
    }
}
