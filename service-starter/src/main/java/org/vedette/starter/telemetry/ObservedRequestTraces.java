package org.vedette.starter.telemetry;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The span with which the framework observes a request. */
final class ObservedRequestTraces implements RequestTraces {

    @Override
    public @Nullable String traceparent(ServerWebExchange exchange) {
        var tracing = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .orElse(null);
        var span = tracing == null ? null : tracing.getSpan();
        return span == null ? OFF.traceparent(exchange) : MicrometerTraces.traceparent(span);
    }
}
