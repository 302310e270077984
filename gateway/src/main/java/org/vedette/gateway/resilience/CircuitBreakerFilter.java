package org.vedette.gateway.resilience;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.io.IOException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.bodies.RequestBodies;
import reactor.core.publisher.Mono;

/**
 * Forwards through the circuit of the service of the route, and repeats a read once when the connection failed, or 502, 503 or
 * 504 came before anything was sent to the client.
 *
 * <p>It runs just before the filter that forwards, so that a response from the cache needs no service.
 */
@Component
@Order(CircuitBreakerFilter.ORDER)
class CircuitBreakerFilter implements GlobalFilter {

    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    /** Idempotent, and without a body that would have to be kept (RFC 9110 §9.2.2). */
    private static final Set<HttpMethod> REPEATABLE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CircuitBreakers circuits;

    CircuitBreakerFilter(CircuitBreakers circuits) {
        this.circuits = circuits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var circuit = circuits.of(route.getUri());
        return RequestBodies.isPresent(exchange.getRequest().getHeaders())
                        || !REPEATABLE.contains(exchange.getRequest().getMethod())
                ? call(circuit, exchange, chain, false)
                : callTwice(circuit, exchange, chain);
    }

    private static Mono<Void> callTwice(ServiceCircuit circuit, ServerWebExchange exchange, GatewayFilterChain chain) {
        var headers = HttpHeaders.copyOf(exchange.getResponse().getHeaders());
        return call(circuit, exchange, chain, true).onErrorResume(CircuitBreakerFilter::isRepeatable, failure -> {
            if (exchange.getResponse().isCommitted()) {
                return Mono.error(failure);
            }
            circuit.recordRetry();
            reset(exchange, headers);
            return call(circuit, exchange, chain, false);
        });
    }

    private static Mono<Void> call(
            ServiceCircuit circuit, ServerWebExchange exchange, GatewayFilterChain chain, boolean repeatable) {
        return Mono.defer(() -> {
            var call = circuit.begin();
            var response = new ObservedResponse(exchange.getResponse(), call, repeatable);
            return chain.filter(exchange.mutate().response(response).build())
                    // The filters of the framework write the response only later.
                    .then(response.observe())
                    .doOnError(failure -> end(call, exchange, failure))
                    .doOnSuccess(unused -> call.withdrawn())
                    .doOnCancel(call::withdrawn);
        });
    }

    /** How long a request with a body takes also depends on its client. */
    private static void end(ServiceCall call, ServerWebExchange exchange, Throwable failure) {
        if (RequestBodies.isPresent(exchange.getRequest().getHeaders()) && !(failure instanceof IOException)) {
            call.withdrawn();
        } else {
            call.failed(failure);
        }
    }

    private static boolean isRepeatable(Throwable failure) {
        return failure instanceof UnusableResponseException || failure instanceof IOException;
    }

    /** Removes what the first response has left. */
    private static void reset(ServerWebExchange exchange, HttpHeaders headers) {
        ServerWebExchangeUtils.reset(exchange);
        exchange.getResponse().setStatusCode(null);
        exchange.getResponse().getHeaders().clear();
        exchange.getResponse().getHeaders().putAll(headers);
    }
}
