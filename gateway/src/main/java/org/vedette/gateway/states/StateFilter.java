package org.vedette.gateway.states;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.resilience.CircuitBreakers;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Mono;

/**
 * Asks for an answer that is not older than others have been, so that a post which was seen on one page is found at its address
 * though another instance answers. An instance that lags behind says so, its connection is closed, and the request is repeated,
 * where another instance may get it; in the end any answer will do.
 *
 * <p>It runs just before the filter of circuits, so that each attempt is a call of its own.
 */
@Component
@Order(StateFilter.ORDER)
class StateFilter implements GlobalFilter {

    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 20;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int ATTEMPTS = 6;

    private final NewestStates states;
    private final CircuitBreakers circuits;
    private final InstantSource clock;

    StateFilter(NewestStates states, CircuitBreakers circuits, InstantSource clock) {
        this.states = states;
        this.circuits = circuits;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var newest = states.of(circuits.of(route.getUri()), clock.instant());
        var attempts = READS.contains(exchange.getRequest().getMethod()) ? ATTEMPTS : 0;
        return attempt(attempts, newest, exchange, chain);
    }

    /** @param left how many attempts may be answered with a refusal */
    private Mono<Void> attempt(int left, NewestState newest, ServerWebExchange exchange, GatewayFilterChain chain) {
        var required = left == 0 ? ServedState.UNKNOWN : newest.required(clock.instant());
        var headers = HttpHeaders.copyOf(exchange.getResponse().getHeaders());
        return chain.filter(requiring(required, newest, exchange))
                .onErrorResume(LaggingInstanceException.class, lagging -> {
                    ServerWebExchangeUtils.reset(exchange);
                    exchange.getResponse().setStatusCode(null);
                    exchange.getResponse().getHeaders().clear();
                    exchange.getResponse().getHeaders().putAll(headers);
                    return attempt(left - 1, newest, exchange, chain);
                });
    }

    /** A client does not decide which state is required. */
    private ServerWebExchange requiring(long state, NewestState newest, ServerWebExchange exchange) {
        var response = new StateResponse(exchange.getResponse(), newest, state, clock);
        var mutated = exchange.mutate().response(response);
        return state == ServedState.UNKNOWN
                        && !exchange.getRequest().getHeaders().containsHeader(ServedState.HEADER)
                ? mutated.build()
                : mutated.request(withState(state, exchange.getRequest())).build();
    }

    private static ServerHttpRequest withState(long state, ServerHttpRequest request) {
        return request.mutate()
                .headers(headers -> {
                    headers.remove(ServedState.HEADER);
                    if (state != ServedState.UNKNOWN) {
                        headers.set(ServedState.HEADER, String.valueOf(state));
                    }
                })
                .build();
    }
}
