package org.vedette.gateway.cache;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.limits.ReadingLimit;
import org.vedette.gateway.responses.ResponseHeaders;
import org.vedette.starter.netty.Draining;

/**
 * Finds what requests can be answered with as they arrive on a connection. It knows the plain ones, which are nearly all;
 * any other gets the same response from {@link CacheHandler}.
 */
@Component
public class CacheHits {

    private final EdgeCache cache;
    private final HitResponses responses;
    private final Clients clients;
    private final ReadingLimit limit;

    CacheHits(EdgeCache cache, HitResponses responses, Clients clients, ReadingLimit limit) {
        this.cache = cache;
        this.responses = responses;
        this.clients = clients;
        this.limit = limit;
    }

    /** A handler for one connection of HTTP/1.1. */
    public ChannelHandler newHandler() {
        return new CacheHitHandler(this::responseTo);
    }

    /** Null when the request has to be passed on; else it is counted. */
    private @Nullable FullHttpResponse responseTo(HttpRequest request, Channel connection) {
        // Only behind Reactor Netty is a response the last one of its connection.
        if (!isPlain(request) || Draining.of(connection)) {
            return null;
        }
        var headers = new HttpHeaders(new Netty4HeadersAdapter(request.headers()));
        var cacheable = CacheableRequest.ofRead(request.uri(), headers).orElse(null);
        var stored = cacheable == null ? null : cache.find(cacheable);
        return cacheable != null
                        && stored != null
                        && isSentAsStored(stored.representation(), cacheable, headers)
                        && limit.allows(clients.identify(connection, headers), path(request.uri()))
                ? responses.of(stored, cacheable, headers)
                : null;
    }

    /** Whether the target is the key of the cache as it stands, and the connection goes on as it is. */
    private static boolean isPlain(HttpRequest request) {
        var target = request.uri();
        var headers = request.headers();
        var connection = headers.getAll(HttpHeaderNames.CONNECTION);
        return HttpMethod.GET.equals(request.method())
                && HttpVersion.HTTP_1_1.equals(request.protocolVersion())
                && target.startsWith("/")
                && !target.startsWith("//")
                && target.indexOf('#') < 0
                && (connection.isEmpty()
                        || (connection.size() == 1
                                && HttpHeaderValues.KEEP_ALIVE.contentEqualsIgnoreCase(connection.get(0))))
                && !headers.contains(HttpHeaderNames.EXPECT)
                && !headers.contains(HttpHeaderNames.UPGRADE);
    }

    /** Whether neither the server would compress it nor the client gets fields that others do not get. */
    private static boolean isSentAsStored(
            Representation representation, CacheableRequest request, HttpHeaders headers) {
        var ifNoneMatch = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
        return (representation.isCompressed(request.acceptsGzip())
                        || !headers.containsHeader(HttpHeaders.ACCEPT_ENCODING))
                && representation.body(request.acceptsGzip()).length <= StoredResponseWriter.SEGMENT_BYTES
                && (ifNoneMatch == null || !ifNoneMatch.contains("W/"))
                && !ResponseHeaders.dependOnDestination(headers, representation.headers());
    }

    private static String path(String target) {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
