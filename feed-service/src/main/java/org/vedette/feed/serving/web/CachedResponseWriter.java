package org.vedette.feed.serving.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.starter.http.ConditionalRequest;
import org.vedette.starter.http.ContentCodings;
import reactor.core.publisher.Mono;

/** Writes the {@link CachedResponse} a controller returns, or 304 (Not Modified) when the client holds it already. */
@Component
public final class CachedResponseWriter implements HandlerResultHandler, Ordered {

    /** A date of whole seconds cannot tell two changes in one second apart, so it is sent once that second is over. */
    private static final Duration DATE_RESOLUTION = Duration.ofSeconds(2);

    /** The dates of replicas differ by their lag, so a replica that is further behind than the resolution sends none. */
    private static final Duration MAX_LAG = Duration.ofSeconds(1);

    private final Clock clock;
    private final ChangeLag lag;

    CachedResponseWriter(Clock clock, ChangeLag lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /** Precedes the handlers of the framework, which would serialize the response as a message body. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return CachedResponse.class.equals(result.getReturnType().getGeneric(0).resolve());
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return result.getReturnValue() instanceof Mono<?> response
                ? response.cast(CachedResponse.class)
                        .flatMap(known -> write(known, exchange.getRequest(), exchange.getResponse()))
                : Mono.empty();
    }

    public Mono<Void> write(CachedResponse cached, ServerHttpRequest request, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, cached.cacheControl().headerValue());
        var location = cached.location();
        if (location != null) {
            response.setStatusCode(cached.status());
            headers.setLocation(URI.create(location));
            return response.setComplete();
        }
        var gzip = cached.isCompressible() && ContentCodings.acceptsGzip(request.getHeaders());
        return writeRepresentation(cached, gzip, request.getHeaders(), response);
    }

    private Mono<Void> writeRepresentation(
            CachedResponse cached, boolean gzip, HttpHeaders request, ServerHttpResponse response) {
        var headers = response.getHeaders();
        var tag = cached.entityTag(gzip);
        var lastModified = lastModified(cached);
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (lastModified != null) {
            headers.setLastModified(lastModified);
        }
        if (ConditionalRequest.isNotModified(request, tag, lastModified)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        return writeBody(cached, gzip, response);
    }

    /** Without a date, {@code If-Modified-Since} is ignored; entity tags are equal on all replicas and always hold. */
    private @Nullable Instant lastModified(CachedResponse cached) {
        var date = cached.lastModified();
        var isDistinct = date != null && date.plus(DATE_RESOLUTION).isBefore(clock.instant());
        return isDistinct && lag.isAtMost(MAX_LAG) ? date : null;
    }

    private static Mono<Void> writeBody(CachedResponse cached, boolean gzip, ServerHttpResponse response) {
        var body = cached.body(gzip);
        var headers = response.getHeaders();
        response.setStatusCode(cached.status());
        headers.set(HttpHeaders.CONTENT_TYPE, cached.contentType());
        headers.setContentLength(body.length);
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
