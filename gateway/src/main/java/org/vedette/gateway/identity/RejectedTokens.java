package org.vedette.gateway.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** Answers requests with invalid tokens, and counts them. The limits count those of each client. */
@Component
public class RejectedTokens implements ServerAuthenticationEntryPoint {

    private static final String REJECTED = RejectedTokens.class.getName();

    private final ProblemHandler problems;
    private final Counter rejected;

    RejectedTokens(ProblemHandler problems, MeterRegistry meters) {
        this.problems = problems;
        this.rejected = Counter.builder("vedette.gateway.tokens.rejected")
                .description("Requests with invalid API tokens")
                .register(meters);
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException) {
            count(exchange);
        }
        return problems.handle(exchange, failure);
    }

    /** Counts the token of a request that is answered as one without. */
    void count(ServerWebExchange exchange) {
        exchange.getRequest().getAttributes().put(REJECTED, true);
        rejected.increment();
    }

    /** Whether the token of a request was invalid, whatever the answer was. */
    public static boolean isIn(ServerHttpRequest request) {
        return request.getAttributes().containsKey(REJECTED);
    }
}
