package org.vedette.gateway.fallback;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.vedette.gateway.requests.Correlation;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/** Answers whatever went wrong on the way; it stands before the framework's own handlers. */
@Component
@Order(-10)
class FailureHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

    private final RefusalWriter refusals;

    FailureHandler(RefusalWriter refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (!exchange.getResponse().isCommitted()) {
            return refusals.answer(exchange, refusal(exchange, failure));
        }
        if (hasLeft(exchange)) {
            log.debug("{}: the client has left: {}", subject(exchange), failure.toString());
            return Mono.empty();
        }
        return Mono.error(brokenOff(exchange, failure));
    }

    /** Nobody is left to be told, and nobody failed: listeners above all go whenever they like. */
    private static boolean hasLeft(ServerWebExchange exchange) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return received instanceof Connection client && !client.channel().isActive();
    }

    private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
        var known = Refusals.of(failure, exchange.getRequest());
        known.filter(refusal -> refusal.type().status().is5xxServerError())
                .ifPresent(refusal -> log.warn("{}: {}: {}", subject(exchange), refusal.type(), failure.toString()));
        return known.orElseGet(() -> {
            log.error("{}: unexpected failure", subject(exchange), failure);
            return Refusal.because(
                    ProblemType.INTERNAL_ERROR, "The failure is in our log, under the id of this request.");
        });
    }

    /**
     * An answer that broke off must not look finished, so the connection has to be closed; the framework would take a
     * connection that a service reset for one that the client reset, and end the answer as if it were whole.
     */
    private static Throwable brokenOff(ServerWebExchange exchange, Throwable failure) {
        log.warn("Response aborted: {}: {}", subject(exchange), failure.toString());
        return new ResponseAbortedException();
    }

    private static String subject(ServerWebExchange exchange) {
        var correlation = Correlation.of(exchange);
        var request = exchange.getRequest();
        return "%s %s [%s]"
                .formatted(
                        request.getMethod(),
                        request.getPath().value(),
                        correlation == null ? request.getId() : correlation.requestId());
    }
}
