package org.vedette.gateway.forwarding;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
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
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Forwards a request to the service of its route and writes the response of the service to the client. It replaces
 * {@code NettyRoutingFilter} and {@code NettyWriteResponseFilter}, which copy the headers of each request several times.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ForwardingFilter implements GlobalFilter {

    private final UpstreamClients clients;
    private final UpstreamFailureLog failures;

    ForwardingFilter(UpstreamClients clients, InstantSource clock) {
        this.clients = clients;
        this.failures = new UpstreamFailureLog(clock);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        var upstream = clients.of(route);
        return Mono.defer(() -> {
            var connection = Disposables.swap();
            return response(exchange, upstream, connection)
                    .doOnNext(response -> failures.answered(exchange.getRequest(), route.getId(), response.status()))
                    .flatMap(response -> response.writeTo(exchange.getResponse()))
                    // It may be another request's by now.
                    .doOnTerminate(() -> connection.replace(Disposables.disposed()))
                    .doOnCancel(connection::dispose);
        });
    }

    /**
     * The response of the service. Not {@code single()}, which drops a response that comes when the client disconnects, and then
     * fails because there is none.
     *
     * @param connection gets the connection of the response; a response that comes too late closes it
     */
    private static Mono<UpstreamResponse> response(
            ServerWebExchange exchange, UpstreamClient upstream, Disposable.Swap connection) {
        return new UpstreamRequest(exchange.getRequest())
                .send(upstream.client())
                .responseConnection((response, opened) -> {
                    connection.update(opened);
                    return Mono.just(new UpstreamResponse(response, opened));
                })
                .next()
                .switchIfEmpty(Mono.error(() -> new IOException("The service has closed the connection")))
                .timeout(upstream.responseTimeout())
                .doOnError(failure -> connection.dispose())
                .onErrorMap(TimeoutException.class, e -> timedOut(upstream.responseTimeout(), e));
    }

    private static ResponseStatusException timedOut(Duration timeout, TimeoutException cause) {
        return new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT, "No response within " + timeout, cause);
    }
}
