package org.vedette.starter.telemetry;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/** {@link Traces} by Micrometer, which hands the spans to OpenTelemetry. */
final class MicrometerTraces implements Traces {

    private final Propagator propagator;

    MicrometerTraces(Propagator propagator) {
        this.propagator = propagator;
    }

    @Override
    public ActiveStep start(Step step) {
        var builder = propagator.extract(step, MicrometerTraces::header).name(step.name());
        if (step.kind() != Step.Kind.INTERNAL) {
            builder = builder.kind(Span.Kind.valueOf(step.kind().name()));
        }
        for (var tag : step.tags().entrySet()) {
            builder = builder.tag(tag.getKey(), tag.getValue());
        }
        return new Traced(builder.start());
    }

    private static @Nullable String header(Step step, String name) {
        return TraceContext.HEADER.equals(name) ? step.parent() : null;
    }

    /** The header that names a span (W3C Trace Context §3.2.2). */
    static String traceparent(Span span) {
        var context = span.context();
        return "00-" + context.traceId() + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }

    private record Traced(Span span) implements ActiveStep {

        @Override
        public String traceparent() {
            return MicrometerTraces.traceparent(span);
        }

        @Override
        public void tag(String name, String value) {
            var unused = span.tag(name, value);
        }

        @Override
        public void fail(Throwable failure) {
            var unused = span.error(failure);
        }

        @Override
        public void end() {
            span.end();
        }
    }
}
