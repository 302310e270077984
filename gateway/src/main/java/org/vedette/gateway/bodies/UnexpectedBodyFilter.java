package org.vedette.gateway.bodies;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import reactor.core.publisher.Mono;

/** Rejects a body where none is taken, without waiting for it, and closes the connection on which it may still come. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UnexpectedBodyFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return RequestBodies.isPresent(request.getHeaders()) && !RequestBodies.isAllowed(request)
                ? Mono.error(new ProblemException(unexpected(request.getMethod().name())))
                : chain.filter(exchange);
    }

    private static Problem unexpected(String method) {
        return Problem.of(
                        GatewayProblem.UNEXPECTED_BODY,
                        "%s takes no body at this address. Send the request without Content-Length and Transfer-Encoding, and what it is about in the address."
                                .formatted(method))
                .withHeader(HttpHeaders.CONNECTION, "close");
    }
}
