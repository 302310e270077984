package org.vedette.gateway.upstreams;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/** A request as it is sent on: the same method, address, headers and body, over another connection. */
record ForwardedRequest(ServerHttpRequest request) {

    HttpClient.ResponseReceiver<?> with(HttpClient client) {
        return client.request(HttpMethod.valueOf(request.getMethod().name()))
                .uri(target())
                .send(this::write);
    }

    /** In ASCII, whatever the client sent. */
    private String target() {
        var address = request.getURI();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(address.getRawPath() + query).toASCIIString();
    }

    private Publisher<Void> write(HttpClientRequest message, NettyOutbound connection) {
        var headers = request.getHeaders();
        copy(headers, message);
        if (headers.containsHeader(HttpHeaders.CONTENT_LENGTH)) {
            message.requestHeaders().remove(HttpHeaderNames.TRANSFER_ENCODING);
        } else if (!headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return connection;
        }
        return connection.send(request.getBody().map(NettyDataBufferFactory::toByteBuf));
    }

    /** The service's own name is the host there. */
    private static void copy(HttpHeaders headers, HttpClientRequest message) {
        var endToEnd = new EndToEndHeaders(headers.getOrEmpty(HttpHeaders.CONNECTION));
        headers.forEach((name, values) -> {
            if (endToEnd.include(name) && !HttpHeaders.HOST.equalsIgnoreCase(name)) {
                message.requestHeaders().set(name, values);
            }
        });
    }
}
