package org.vedette.gateway.limits;

import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.ProblemException;
import reactor.core.publisher.Mono;

/** The route filter {@code ReadOnly}: rejects all methods except GET and HEAD with 405. */
@Component
class ReadOnlyGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private static final Set<HttpMethod> ALLOWED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public GatewayFilter apply(Object unused) {
        return (exchange, chain) -> ALLOWED.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : Mono.error(new ProblemException(GatewayProblem.methodNotAllowed(ALLOWED)));
    }
}
