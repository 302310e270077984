package org.vedette.gateway.clients;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The route filter {@code ClientAddress}: the service is told who the client is, because it limits what one client may do, or
 * has to prove later who consented.
 */
@Component
class ClientAddressGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    /** What a client sends under this name is removed before: {@code RequestHeaders} lists it. */
    static final String FIELD = "Vedette-Client-Address";

    @Override
    public GatewayFilter apply(Object unused) {
        return ClientAddressGatewayFilterFactory::filter;
    }

    private static Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var address = Clients.of(exchange.getRequest()).address();
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(FIELD, address)))
                .build());
    }
}
