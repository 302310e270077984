package org.vedette.gateway.requests;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.starter.telemetry.RequestTraces;
import reactor.core.publisher.Mono;

/** Completes the headers of every request that the framework handles, before all other filters. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestHeadersFilter implements WebFilter {

    private final RequestHeaders requestHeaders;
    private final RequestTraces traces;

    RequestHeadersFilter(RequestHeaders requestHeaders, RequestTraces traces) {
        this.requestHeaders = requestHeaders;
        this.traces = traces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        requestHeaders.complete(exchange.getRequest());
        var traceparent = traces.traceparent(exchange);
        if (traceparent != null) {
            requestHeaders.trace(exchange.getRequest(), traceparent);
        }
        return chain.filter(exchange);
    }
}
