package org.vedette.gateway.requests;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Completes the headers of every request that the framework handles, before all other filters. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestHeadersFilter implements WebFilter {

    private final RequestHeaders requestHeaders;

    RequestHeadersFilter(RequestHeaders requestHeaders) {
        this.requestHeaders = requestHeaders;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        requestHeaders.complete(exchange.getRequest());
        return chain.filter(exchange);
    }
}
