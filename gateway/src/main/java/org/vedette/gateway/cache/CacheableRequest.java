package org.vedette.gateway.cache;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.vedette.gateway.bodies.RequestBodies;
import org.vedette.gateway.sessions.web.SessionCookies;
import org.vedette.starter.http.ContentCodings;

/**
 * A request that may be answered from the cache: a read without credentials and without a body.
 *
 * @param target path and query as the client sent them, the key of the cache
 * @param reload whether the client wants to know that what it gets still holds, as a browser does that reloads a page
 *     (RFC 9111 §5.2.1)
 */
record CacheableRequest(String target, boolean acceptsGzip, boolean reload) {

    /** The site publishes no longer addresses; anybody can make them up. */
    private static final int MAX_TARGET_LENGTH = 1_024;

    private static final Set<String> RELOADING = Set.of("no-cache", "max-age=0");
    private static final Set<String> UNCOMPRESSED = Set.of("", "identity");

    /** Empty when the request has to be passed on. */
    static Optional<CacheableRequest> of(ServerHttpRequest request) {
        return isRead(request.getMethod()) ? ofRead(target(request), request.getHeaders()) : Optional.empty();
    }

    /** The same for a request that is known to be a read. */
    static Optional<CacheableRequest> ofRead(String target, HttpHeaders headers) {
        if (!isAnonymous(headers) || RequestBodies.isPresent(headers)) {
            return Optional.empty();
        }
        var acceptsGzip = ContentCodings.acceptsGzip(headers);
        return target.length() <= MAX_TARGET_LENGTH && (acceptsGzip || acceptsNoCoding(headers))
                ? Optional.of(new CacheableRequest(target, acceptsGzip, isReload(headers)))
                : Optional.empty();
    }

    private static boolean isRead(HttpMethod method) {
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    private static boolean isAnonymous(HttpHeaders headers) {
        return !headers.containsHeader(HttpHeaders.AUTHORIZATION) && !SessionCookies.isPresent(headers);
    }

    private static boolean isReload(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.CACHE_CONTROL).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .anyMatch(directive -> RELOADING.contains(directive.strip().toLowerCase(Locale.ROOT)));
    }

    /** A client that names another coding may get it from the server, which compresses what the cache does not send. */
    private static boolean acceptsNoCoding(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .allMatch(coding -> UNCOMPRESSED.contains(coding.strip()) || coding.contains("q=0"));
    }

    private static String target(ServerHttpRequest request) {
        var uri = request.getURI();
        var query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }
}
