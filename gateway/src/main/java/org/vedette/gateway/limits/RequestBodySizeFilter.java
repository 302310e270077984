package org.vedette.gateway.limits;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rejects a request body above the limit: before reading it when {@code Content-Length} declares its size, otherwise
 * when the limit is exceeded.
 */
@Component
@Order(-10)
class RequestBodySizeFilter implements GlobalFilter {

    /** The metadata of a route that has a limit of its own, such as {@code 20MB}. */
    private static final String MAX_BODY = "max-body";

    private static final String API_PREFIX = "/api/";

    private final GatewayProperties properties;

    RequestBodySizeFilter(GatewayProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (!hasBody(headers)) {
            return chain.filter(exchange);
        }
        var limit = limit(exchange);
        return headers.getContentLength() > limit.toBytes()
                ? Mono.error(tooLarge(limit))
                : chain.filter(
                        exchange.mutate().request(limited(exchange, limit)).build());
    }

    /** Either field signals a body (RFC 9112 §6). */
    private static boolean hasBody(HttpHeaders headers) {
        return headers.containsHeader(HttpHeaders.CONTENT_LENGTH)
                || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
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

    private static ServerHttpRequestDecorator limited(ServerWebExchange exchange, DataSize limit) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> upTo(limit, super.getBody()));
            }
        };
    }

    private static Flux<DataBuffer> upTo(DataSize limit, Flux<DataBuffer> body) {
        var read = new AtomicLong();
        return body.handle((buffer, sink) -> {
            if (read.addAndGet(buffer.readableByteCount()) <= limit.toBytes()) {
                sink.next(buffer);
            } else {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge(limit));
            }
        });
    }

    private static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                GatewayProblem.tooLarge(StandardProblem.REQUEST_TOO_LARGE, "The body of this request", limit));
    }
}
