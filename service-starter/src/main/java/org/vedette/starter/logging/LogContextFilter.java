package org.vedette.starter.logging;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.starter.telemetry.RequestTraces;
import org.vedette.starter.telemetry.TraceContext;
import reactor.core.publisher.Mono;

/** Puts the ids of a request, and its trace context, into the Reactor context. */
@Order(LogContextFilter.ORDER)
final class LogContextFilter implements WebFilter {

    /** After the gateway has given the request its ids. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private final RequestTraces traces;

    LogContextFilter(RequestTraces traces) {
        this.traces = traces;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var traceparent = traces.traceparent(exchange);
        var ids = LogContext.ofRequest(
                request.getHeaders().getFirst(LogContext.REQUEST_ID_HEADER),
                traceparent,
                request.getPath().value());
        return chain.filter(exchange).contextWrite(context -> ids.in(TraceContext.with(traceparent, context)));
    }
}
