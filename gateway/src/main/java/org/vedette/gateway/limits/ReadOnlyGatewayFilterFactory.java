package org.vedette.gateway.limits;

import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/** The route filter {@code ReadOnly}: rejects with 405 all methods but those that are safe (RFC 9110 §9.2.1). */
@Component
class ReadOnlyGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public GatewayFilter apply(Object unused) {
        return (exchange, chain) -> SAFE.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : Mono.error(new MethodNotAllowedException(exchange.getRequest().getMethod(), SAFE));
    }
}
