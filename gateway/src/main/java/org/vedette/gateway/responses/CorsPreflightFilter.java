package org.vedette.gateway.responses;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers preflight requests for open addresses, without their service. All others are answered without any permission. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CorsPreflightFilter implements WebFilter {

    private final CorsHeaders corsHeaders;

    CorsPreflightFilter(CorsHeaders corsHeaders) {
        this.corsHeaders = corsHeaders;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!CorsUtils.isPreFlightRequest(request)
                || AddressPolicy.of(request.getURI().getPath()) != AddressPolicy.OPEN) {
            return chain.filter(exchange);
        }
        corsHeaders.allow(exchange.getResponse());
        return exchange.getResponse().setComplete();
    }
}
