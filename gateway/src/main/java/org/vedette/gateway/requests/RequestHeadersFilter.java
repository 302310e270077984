package org.vedette.gateway.requests;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Sets the request id and the trace context of a request, and removes the headers that only a trusted proxy may set. It
 * runs before all other filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestHeadersFilter implements WebFilter {

    /** The gateway trusts no proxy in front of it, and links start with the configured base URL. */
    private static final Set<String> UNTRUSTED =
            Set.of("forwarded", "x-real-ip", "x-original-url", "x-rewrite-url", "x-http-method-override");

    private static final String UNTRUSTED_PREFIX = "x-forwarded-";

    private final RandomGenerator random;

    RequestHeadersFilter(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var correlation = Correlation.of(exchange.getRequest().getHeaders(), random);
        rewrite(receivedHeaders(exchange), correlation);
        return chain.filter(exchange);
    }

    /** The mutable headers of the server: a change needs no copy. */
    private static HttpHeaders receivedHeaders(ServerWebExchange exchange) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return received.requestHeaders();
    }

    private static void rewrite(HttpHeaders headers, Correlation correlation) {
        headers.names().stream().filter(RequestHeadersFilter::untrusted).forEach(headers::remove);
        headers.set(Correlation.REQUEST_ID, correlation.requestId());
        headers.set(Correlation.TRACE_PARENT, correlation.traceParent());
        if (!correlation.traceContinued()) {
            headers.remove("tracestate");
        }
    }

    private static boolean untrusted(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(UNTRUSTED_PREFIX) || UNTRUSTED.contains(lower);
    }
}
