package org.vedette.gateway.identity;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** Answers requests with invalid tokens, and counts them. The limits count the answers of each client. */
@Component
public class RejectedTokens implements ServerAuthenticationEntryPoint {

    private final ProblemHandler problems;
    private final MeterRegistry meters;

    RejectedTokens(ProblemHandler problems, MeterRegistry meters) {
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException) {
            meters.counter("vedette.gateway.tokens.rejected").increment();
        }
        return problems.handle(exchange, failure);
    }
}
