package org.vedette.gateway.responses;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Completes the headers of every response that the framework handles, the gateway's own and those of the services. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ResponseHeadersFilter implements WebFilter {

    private final ResponseHeaders responseHeaders;

    ResponseHeadersFilter(ResponseHeaders responseHeaders) {
        this.responseHeaders = responseHeaders;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> responseHeaders.complete(exchange.getRequest(), response)));
        return chain.filter(exchange);
    }
}
