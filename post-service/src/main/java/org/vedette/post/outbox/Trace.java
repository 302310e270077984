package org.vedette.post.outbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The W3C trace of the request at hand, carried along in the Reactor context. */
public final class Trace {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** Remembers a {@code traceparent} header; one that is none is left out. */
    public static Context remember(@Nullable String traceparent, Context context) {
        return traceparent != null && SHAPE.matcher(traceparent).matches()
                ? context.put(Trace.class, traceparent)
                : context;
    }

    /** The remembered header; null when there is none. */
    public static @Nullable String parent(ContextView context) {
        return context.<String>getOrEmpty(Trace.class).orElse(null);
    }
}
