package org.vedette.gateway.live;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.clients.Clients;
import reactor.core.publisher.Mono;

/** The route filter {@code Live}: the responses of the route are event streams that stay open. */
@Component
class LiveGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private final LiveStreams streams;

    LiveGatewayFilterFactory(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public GatewayFilter apply(Object unused) {
        return this::filter;
    }

    private Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var client = Clients.of(exchange.getRequest());
        return streams.withStream(
                client,
                stream -> chain.filter(exchange.mutate()
                        .response(new LiveResponse(exchange.getResponse(), stream))
                        .build()));
    }
}
