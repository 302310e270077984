package org.vedette.post.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.post.outbox.TraceContext;
import reactor.core.publisher.Mono;

/** Puts the trace context of the request into the Reactor context, for the events the request causes. */
@Component
final class TraceContextFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var traceparent = exchange.getRequest().getHeaders().getFirst("traceparent");
        return chain.filter(exchange).contextWrite(context -> TraceContext.with(traceparent, context));
    }
}
