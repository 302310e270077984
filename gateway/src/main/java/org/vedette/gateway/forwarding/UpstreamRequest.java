package org.vedette.gateway.forwarding;

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

/** A request as it is forwarded to a service: with the method, target, end-to-end headers and body of the client. */
record UpstreamRequest(ServerHttpRequest request) {

    HttpClient.ResponseReceiver<?> send(HttpClient client) {
        return client.request(HttpMethod.valueOf(request.getMethod().name()))
                .uri(requestTarget())
                .send(this::write);
    }

    /** The request target in ASCII: a client may send other characters unencoded, a service need not accept them. */
    private String requestTarget() {
        var uri = request.getURI();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(uri.getRawPath() + query).toASCIIString();
    }

    private Publisher<Void> write(HttpClientRequest target, NettyOutbound outbound) {
        var headers = request.getHeaders();
        copy(headers, target);
        if (headers.containsHeader(HttpHeaders.CONTENT_LENGTH)) {
            target.requestHeaders().remove(HttpHeaderNames.TRANSFER_ENCODING);
        } else if (!headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return outbound;
        }
        return outbound.send(request.getBody().map(NettyDataBufferFactory::toByteBuf));
    }

    /** Leaves out {@code Host}, which the HTTP client sets to the address of the service. */
    private static void copy(HttpHeaders headers, HttpClientRequest target) {
        var hopByHop = new HopByHopHeaders(headers.getOrEmpty(HttpHeaders.CONNECTION));
        headers.forEach((name, values) -> {
            if (!hopByHop.contain(name) && !HttpHeaders.HOST.equalsIgnoreCase(name)) {
                target.requestHeaders().set(name, values);
            }
        });
    }
}
