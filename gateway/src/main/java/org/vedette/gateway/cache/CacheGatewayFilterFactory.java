package org.vedette.gateway.cache;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.forwarding.UpstreamClients;
import reactor.core.publisher.Mono;

/**
 * The route filter {@code Cache}: public responses of the route are stored. It handles what {@link CacheHandler} cannot
 * answer at once.
 */
@Component
class CacheGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private final EdgeCache cache;
    private final StoredResponseWriter writer;
    private final UpstreamClients clients;

    CacheGatewayFilterFactory(EdgeCache cache, StoredResponseWriter writer, UpstreamClients clients) {
        this.cache = cache;
        this.writer = writer;
        this.clients = clients;
    }

    @Override
    public GatewayFilter apply(Object unused) {
        return (exchange, chain) -> CacheableRequest.of(exchange.getRequest())
                .map(request -> sendOr(cache.revalidate(request), request, exchange, fetch(request, exchange, chain)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> sendOr(
            Mono<StoredResponse> stored, CacheableRequest request, ServerWebExchange exchange, Mono<Void> otherwise) {
        return stored.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.map(response ->
                                writer.write(response, request, exchange.getRequest(), exchange.getResponse()))
                        .orElse(otherwise));
    }

    private Mono<Void> fetch(CacheableRequest request, ServerWebExchange exchange, GatewayFilterChain chain) {
        var forwarded = Mono.defer(() -> chain.filter(exchange));
        return Mono.defer(() ->
                HttpMethod.HEAD.equals(exchange.getRequest().getMethod()) || cache.isKnownNotStorable(request)
                        ? forwarded
                        : cache.begin(request)
                                .map(fetch -> store(request, fetch, exchange, chain))
                                .orElseGet(() -> sendOr(cache.await(request), request, exchange, forwarded)));
    }

    private Mono<Void> store(
            CacheableRequest request, FirstFetch fetch, ServerWebExchange exchange, GatewayFilterChain chain) {
        var recording = new RecordingResponse(
                exchange.getResponse(), response -> new Recording(request, fetch, exchange, response));
        return chain.filter(exchange.mutate()
                        .request(unconditional(request, exchange.getRequest()))
                        .response(recording)
                        .build())
                .doFinally(end -> cache.end(request, fetch));
    }

    /** What is stored is for all clients, whatever this one holds. */
    private static ServerHttpRequest unconditional(CacheableRequest cacheable, ServerHttpRequest request) {
        return request.mutate()
                .headers(headers -> {
                    headers.remove(HttpHeaders.IF_NONE_MATCH);
                    headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
                    headers.remove(HttpHeaders.RANGE);
                    headers.remove(HttpHeaders.ACCEPT_ENCODING);
                    if (cacheable.acceptsGzip()) {
                        headers.set(HttpHeaders.ACCEPT_ENCODING, "gzip");
                    }
                })
                .build();
    }

    /** What becomes of the response to a first fetch. */
    private final class Recording implements RecordingResponse.Storage {

        private final CacheableRequest request;
        private final FirstFetch fetch;
        private final ServerWebExchange exchange;
        private final ServerHttpResponse response;

        Recording(CacheableRequest request, FirstFetch fetch, ServerWebExchange exchange, ServerHttpResponse response) {
            this.request = request;
            this.fetch = fetch;
            this.exchange = exchange;
            this.response = response;
        }

        @Override
        public boolean reserve(long bytes) {
            return cache.reserve(bytes);
        }

        @Override
        public void release(long bytes) {
            cache.release(bytes);
        }

        @Override
        public Optional<Mono<Void>> store(HttpHeaders headers, byte[] body) {
            Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
            return Representation.of(headers, body, request.acceptsGzip())
                    .flatMap(representation ->
                            cache.store(request, clients.of(route), representation, OriginFetcher.state(headers)))
                    .map(this::send);
        }

        private Mono<Void> send(StoredResponse stored) {
            fetch.complete(stored);
            response.getHeaders().clear();
            return writer.write(stored, request, exchange.getRequest(), response);
        }

        @Override
        public void end() {
            cache.end(request, fetch);
        }

        @Override
        public void reject() {
            cache.recordNotStorable(request);
            end();
        }
    }
}
