package org.vedette.gateway.clients;

import io.netty.channel.Channel;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;

/** Tells who sent a request. */
@Component
@EnableConfigurationProperties(ClientsProperties.class)
public class Clients {

    private static final AttributeKey<Identified> IDENTIFIED = AttributeKey.valueOf("vedette.client");

    private final ClientResolver resolver;

    Clients(ClientsProperties properties) {
        this.resolver = new ClientResolver(properties);
    }

    /**
     * Identifies the client of a request that has just arrived, while it still has the fields that proxies set. A
     * connection carries one request at a time, so the result is kept there.
     */
    public ClientAddress identify(ServerHttpRequest request) {
        return identify(identified(request), request.getRemoteAddress(), request.getHeaders());
    }

    /** The same for a request that has been received on a connection of HTTP/1.1 and has these headers. */
    public ClientAddress identify(Channel connection, HttpHeaders request) {
        return identify(
                connection.attr(IDENTIFIED),
                connection.remoteAddress() instanceof InetSocketAddress remote ? remote : null,
                request);
    }

    private ClientAddress identify(
            Attribute<Identified> kept, @Nullable InetSocketAddress remote, HttpHeaders request) {
        var known = kept.get();
        if (known != null && !known.byProxy()) {
            return known.client();
        }
        var identified = resolve(remote, request);
        kept.set(identified);
        return identified.client();
    }

    /** The client of a request, for whoever handles it. */
    public static ClientAddress of(ServerHttpRequest request) {
        var known = identified(request).get();
        return known == null ? ClientAddress.UNKNOWN : known.client();
    }

    private static Attribute<Identified> identified(ServerHttpRequest request) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return connection.channel().attr(IDENTIFIED);
    }

    private Identified resolve(@Nullable InetSocketAddress remote, HttpHeaders request) {
        var peer = remote == null ? null : remote.getAddress();
        return peer == null
                ? new Identified(ClientAddress.UNKNOWN, false)
                : new Identified(resolver.resolve(peer, request), resolver.isProxy(peer));
    }

    private record Identified(ClientAddress client, boolean byProxy) {}
}
