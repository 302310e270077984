package org.vedette.post.web;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.vedette.post.outbox.Trace;
import reactor.core.publisher.Mono;

/** Lets the events a request causes carry its trace. */
@Component
final class TraceFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String traceparent = exchange.getRequest().getHeaders().getFirst("traceparent");
        return chain.filter(exchange).contextWrite(context -> Trace.remember(traceparent, context));
    }
}
