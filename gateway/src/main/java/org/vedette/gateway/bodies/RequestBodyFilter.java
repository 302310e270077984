package org.vedette.gateway.bodies;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.GatewayProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Receives the whole body of a request before the request is forwarded, so that a client that sends slowly holds no
 * connection to a service. A body above the limit is rejected: before reading it when {@code Content-Length} declares its
 * size, otherwise when the limit is exceeded.
 */
@Component
@Order(-10)
class RequestBodyFilter implements GlobalFilter {

    /** The metadata of a route that has a limit of its own, such as {@code 20MB}. */
    private static final String MAX_BODY = "max-body";

    private static final String API_PREFIX = "/api/";

    private final GatewayProperties properties;
    private final BodySpaces spaces;

    RequestBodyFilter(GatewayProperties properties, BodySpaces spaces) {
        this.properties = properties;
        this.spaces = spaces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        if (!RequestBodies.isPresent(request.getHeaders())) {
            return chain.filter(exchange);
        }
        var limit = limit(exchange);
        return request.getHeaders().getContentLength() > limit.toBytes()
                ? Mono.error(ReceivedBody.tooLarge(limit))
                : Mono.usingWhen(
                        receive(request, limit),
                        body -> chain.filter(with(body, exchange)),
                        body -> Mono.fromRunnable(body::release));
    }

    private DataSize limit(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        if (route.getMetadata().get(MAX_BODY) instanceof String own) {
            return DataSize.parse(own);
        }
        return exchange.getRequest().getPath().value().startsWith(API_PREFIX)
                ? properties.maxPostSize()
                : properties.maxFormSize();
    }

    private Mono<ReceivedBody> receive(ServerHttpRequest request, DataSize limit) {
        return Mono.defer(() -> {
            var body = new ReceivedBody(
                    spaces, limit, Math.max(0, request.getHeaders().getContentLength()));
            return request.getBody()
                    .concatMap(body::append, 1)
                    .then(Mono.just(body))
                    .doFinally(signal -> {
                        if (signal != SignalType.ON_COMPLETE) {
                            body.release();
                        }
                    });
        });
    }

    private static ServerWebExchange with(ReceivedBody body, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        headers.putAll(exchange.getRequest().getHeaders());
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.setContentLength(body.size());
        var request = new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }

            @Override
            public Flux<DataBuffer> getBody() {
                return body.read(exchange.getResponse().bufferFactory());
            }
        };
        return exchange.mutate().request(request).build();
    }
}
