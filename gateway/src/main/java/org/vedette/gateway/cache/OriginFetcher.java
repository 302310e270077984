package org.vedette.gateway.cache;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.support.Netty4HeadersAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.gateway.cache.OriginFetcher.OriginResponse.NotModified;
import org.vedette.gateway.cache.OriginFetcher.OriginResponse.NotStorable;
import org.vedette.gateway.cache.OriginFetcher.OriginResponse.Storable;
import org.vedette.gateway.requests.Correlation;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClientResponse;

/** Asks services whether stored responses still hold (RFC 9111 §4.3.1), on behalf of no client. */
@Component
class OriginFetcher {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** What a service answered the cache. */
    sealed interface OriginResponse {

        /** How new the state is that it answered from; {@link ServedState#UNKNOWN} where it does not say. */
        long state();

        /** What the cache has still holds. */
        record NotModified(long state) implements OriginResponse {}

        /** A response that may be stored. */
        record Storable(Representation representation, long state) implements OriginResponse {}

        /** Anything else, such as 404: the client asks for itself. */
        record NotStorable(long state) implements OriginResponse {}
    }

    private final RandomGenerator random;

    OriginFetcher(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The response of the service of an entry; fails when the service does not respond, or with a server error.
     *
     * @param required the state that it must have at least, or {@link ServedState#UNKNOWN}
     */
    Mono<OriginResponse> fetch(String target, CacheEntry entry, long required) {
        var origin = entry.origin();
        return origin.client()
                .headers(headers -> {
                    headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
                    headers.set(
                            HttpHeaderNames.IF_NONE_MATCH,
                            entry.representation().entityTag(false));
                    if (required != ServedState.UNKNOWN) {
                        headers.set(ServedState.HEADER, String.valueOf(required));
                    }
                    Correlation.generate(random).writeTo(headers::set);
                })
                .get()
                .uri(target)
                .responseSingle((response, body) -> read(response, body, required))
                .timeout(origin.responseTimeout())
                .as(origin.circuit()::protect);
    }

    private static Mono<OriginResponse> read(HttpClientResponse response, ByteBufMono body, long required) {
        var headers = new HttpHeaders(new Netty4HeadersAdapter(response.responseHeaders()));
        var state = state(headers);
        var status = response.status().code();
        if (status == UNAVAILABLE && state != ServedState.UNKNOWN && state < required) {
            return Mono.just(new NotStorable(state));
        }
        if (status >= SERVER_ERROR) {
            return Mono.error(new ResponseStatusException(HttpStatusCode.valueOf(status)));
        }
        if (status == NOT_MODIFIED) {
            return Mono.just(new NotModified(state));
        }
        if (status != OK || !Representation.isStorable(headers)) {
            return Mono.just(new NotStorable(state));
        }
        return body.asByteArray()
                .map(bytes -> Representation.of(headers, bytes, true)
                        .<OriginResponse>map(representation -> new Storable(representation, state))
                        .orElseGet(() -> new NotStorable(state)));
    }

    /** The state of the service that a response comes from, or {@link ServedState#UNKNOWN}. */
    static long state(HttpHeaders headers) {
        return ServedState.parse(headers.getFirst(ServedState.HEADER));
    }
}
