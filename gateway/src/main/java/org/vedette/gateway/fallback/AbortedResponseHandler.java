package org.vedette.gateway.fallback;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.vedette.starter.problems.ProblemWriter;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Handles failures when no problem can be sent any more: the client has disconnected, or the response has been committed.
 * Every other failure is left to the problem handler, which comes next.
 */
@Component
@Order(-10)
class AbortedResponseHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(AbortedResponseHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (isDisconnected(exchange)) {
            log.debug("Client disconnected: {}: {}", subject(exchange), failure.toString());
            return Mono.empty();
        }
        if (!exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        log.warn("Response aborted: {}: {}", subject(exchange), failure.toString());
        // Spring takes a connection reset by a service for one reset by the client, and would end the response as if it
        // were complete.
        return Mono.error(new ResponseAbortedException());
    }

    private static boolean isDisconnected(ServerWebExchange exchange) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return received instanceof Connection client && !client.channel().isActive();
    }

    private static String subject(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return "%s %s [%s]"
                .formatted(
                        request.getMethod(),
                        request.getPath().value(),
                        request.getHeaders().getFirst(ProblemWriter.REQUEST_ID));
    }
}
