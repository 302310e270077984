package org.vedette.starter.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Where a request is in its trace. */
@FunctionalInterface
public interface RequestTraces {

    /** Where tracing is off: where the caller says that it is. */
    RequestTraces OFF = exchange -> exchange.getRequest().getHeaders().getFirst(TraceContext.HEADER);

    /** The trace context for what the request causes; null when there is none. */
    @Nullable
    String traceparent(ServerWebExchange exchange);
}
