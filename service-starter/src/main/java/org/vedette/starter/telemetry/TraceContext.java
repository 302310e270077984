package org.vedette.starter.telemetry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Carries the W3C Trace Context of a request, or of a step of it, in the Reactor context. */
public final class TraceContext {

    /** Name of the header, in HTTP and on Kafka (W3C Trace Context §3.2). */
    public static final String HEADER = "traceparent";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** The context with the {@code traceparent} header; unchanged when the header is missing or malformed. */
    public static Context with(@Nullable String traceparent, Context context) {
        return traceparent != null && traceId(traceparent) != null
                ? context.put(TraceContext.class, traceparent)
                : context;
    }

    /** The {@code traceparent} header; null when the context has none. */
    public static @Nullable String traceparent(ContextView context) {
        return context.<String>getOrEmpty(TraceContext.class).orElse(null);
    }

    /** Id of the trace; null when there is none. */
    public static @Nullable String traceId(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var parts = TRACEPARENT.matcher(traceparent);
        return parts.matches() ? parts.group(1) : null;
    }
}
