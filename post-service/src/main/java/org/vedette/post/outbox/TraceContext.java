package org.vedette.post.outbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Carries the W3C Trace Context of a request in the Reactor context. */
public final class TraceContext {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** The context with the {@code traceparent} header; unchanged when the header is missing or malformed. */
    public static Context with(@Nullable String traceparent, Context context) {
        return traceparent != null && TRACEPARENT.matcher(traceparent).matches()
                ? context.put(TraceContext.class, traceparent)
                : context;
    }

    /** The {@code traceparent} header; null when the context has none. */
    public static @Nullable String traceparent(ContextView context) {
        return context.<String>getOrEmpty(TraceContext.class).orElse(null);
    }
}
