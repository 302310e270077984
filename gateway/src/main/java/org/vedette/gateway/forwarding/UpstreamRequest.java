package org.vedette.gateway.forwarding;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/** A request as it is forwarded to a service: with the method, target, end-to-end headers and body of the client. */
record UpstreamRequest(ServerHttpRequest request) {

    private static final Set<String> NOT_COPIED = Set.of("content-length", "expect", "host");

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

    /**
     * Sends the body with exactly the length that it has here: the filter of bodies has received it as a whole. A body
     * without a length, or beyond it, would be read as the next request on a connection that all clients share.
     */
    private Publisher<Void> write(HttpClientRequest target, NettyOutbound outbound) {
        var headers = request.getHeaders();
        copy(headers, target.requestHeaders());
        var length = headers.getContentLength();
        if (length < 0) {
            return outbound;
        }
        target.requestHeaders()
                .remove(HttpHeaderNames.TRANSFER_ENCODING)
                .set(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(length));
        return length == 0 ? outbound : outbound.send(request.getBody().map(NettyDataBufferFactory::toByteBuf));
    }

    /**
     * Leaves out {@code Host}, which the HTTP client sets to the address of the service, and {@code Expect}, because the
     * body is here. The fields that {@code Connection} names were removed before the gateway added any of its own.
     */
    private static void copy(HttpHeaders headers, io.netty.handler.codec.http.HttpHeaders target) {
        headers.forEach((name, values) -> {
            if (!HopByHopHeaders.isAlways(name) && !NOT_COPIED.contains(name.toLowerCase(Locale.ROOT))) {
                target.set(name, values);
            }
        });
    }
}
