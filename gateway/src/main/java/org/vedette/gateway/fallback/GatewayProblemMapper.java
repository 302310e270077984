package org.vedette.gateway.fallback;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemMapper;
import org.vedette.starter.problems.StandardProblem;

/** Maps the failures of routing and forwarding to problems. */
@Component
@Order(0)
class GatewayProblemMapper implements ProblemMapper {

    @Override
    public Optional<Problem> map(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof ResponseStatusException response) {
            return ofStatus(response, exchange.getRequest());
        }
        return failure instanceof TimeoutException || failure instanceof IOException
                ? Optional.of(unavailable(exchange.getRequest()))
                : Optional.empty();
    }

    private static Optional<Problem> ofStatus(ResponseStatusException failure, ServerHttpRequest request) {
        if (failure.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT)) {
            return Optional.of(timeout(request));
        }
        return failure.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                ? Optional.of(Problem.of(
                        StandardProblem.NOT_FOUND,
                        "Look whether the address is spelled right, or start from the front page."))
                : Optional.empty();
    }

    private static Problem unavailable(ServerHttpRequest request) {
        return Problem.of(
                StandardProblem.UPSTREAM_UNAVAILABLE,
                "This part of the site is not answering right now. " + advice(request));
    }

    private static Problem timeout(ServerHttpRequest request) {
        return Problem.of(
                StandardProblem.UPSTREAM_TIMEOUT, "This part of the site took too long to answer. " + advice(request));
    }

    /** A request with an unsafe method may have been processed, although its response is missing (RFC 9110 §9.2.2). */
    private static String advice(ServerHttpRequest request) {
        return switch (request.getMethod().name()) {
            case "GET", "HEAD", "OPTIONS" -> "Try again in a few seconds.";
            default -> "Look whether it was done before you send it again.";
        };
    }
}
