package org.vedette.gateway.upstreams;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Passes a request on to the service of its route, and its answer back. The framework's own filters for this copy the
 * headers of each request half a dozen times.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ForwardingFilter implements GlobalFilter {

    private final Upstreams upstreams;

    ForwardingFilter(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var upstream = upstreams.of(route);
        return new ForwardedRequest(exchange.getRequest())
                .with(upstream.client())
                .responseConnection((head, connection) -> Mono.just(new ForwardedAnswer(head, connection)))
                .single()
                .timeout(upstream.patience())
                .onErrorMap(TimeoutException.class, e -> tooLate(upstream.patience()))
                .flatMap(answer -> answer.passOnTo(exchange.getResponse()));
    }

    private static ResponseStatusException tooLate(Duration patience) {
        return new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT, "No answer within " + patience);
    }
}
