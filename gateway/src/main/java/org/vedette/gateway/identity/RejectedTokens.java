package org.vedette.gateway.identity;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.starter.problems.ProblemHandler;
import reactor.core.publisher.Mono;

/** Answers requests with invalid tokens, counts them, and tells who limits the clients that send many. */
@Component
public class RejectedTokens implements ServerAuthenticationEntryPoint {

    /** Is told of each request with an invalid token, so that clients that guess can be limited. */
    @FunctionalInterface
    public interface Listener {

        void rejected(ServerHttpRequest request);
    }

    private final ProblemHandler problems;
    private final MeterRegistry meters;
    private final List<Listener> listeners;

    RejectedTokens(ProblemHandler problems, MeterRegistry meters, ObjectProvider<Listener> listeners) {
        this.problems = problems;
        this.meters = meters;
        this.listeners = listeners.orderedStream().toList();
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException) {
            meters.counter("vedette.gateway.tokens.rejected").increment();
            listeners.forEach(listener -> listener.rejected(exchange.getRequest()));
        }
        return problems.handle(exchange, failure);
    }
}
