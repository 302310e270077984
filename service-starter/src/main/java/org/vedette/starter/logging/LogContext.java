package org.vedette.starter.logging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.vedette.starter.telemetry.TraceContext;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What each line of the log says of the request or event that it belongs to: ids alone. It is in the Reactor context, and from there in
 * the {@link MDC} of the thread that works.
 *
 * @param values by the names of the MDC
 */
public record LogContext(Map<String, String> values) {

    /** Request header with the id under which the logs know the request. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    static final String KEY = "vedette.log";
    static final String TRACE = "traceId";
    static final String REQUEST = "requestId";
    static final String POST = "postId";
    static final List<String> NAMES = List.of(TRACE, REQUEST, POST);

    private static final LogContext NONE = new LogContext(Map.of());

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    public LogContext {
        values = Map.copyOf(values);
    }

    /**
     * The context of a request.
     *
     * @param path in which the id of a post is looked for
     */
    public static LogContext ofRequest(@Nullable String requestId, @Nullable String traceparent, String path) {
        var values = new LinkedHashMap<String, String>();
        put(values, TRACE, TraceContext.traceId(traceparent));
        put(values, REQUEST, requestId);
        if (path.contains("/posts/")) {
            var id = ID.matcher(path);
            put(values, POST, id.find() ? id.group() : null);
        }
        return new LogContext(values);
    }

    /**
     * The context of an event.
     *
     * @param post id of the post; anything else is left out
     */
    public static LogContext ofEvent(@Nullable String post, @Nullable String traceparent) {
        var values = new LinkedHashMap<String, String>();
        put(values, TRACE, TraceContext.traceId(traceparent));
        if (post != null && ID.matcher(post).matches()) {
            values.put(POST, post);
        }
        return new LogContext(values);
    }

    /** The context of an event of a post. */
    public static LogContext ofPost(UUID post, @Nullable String traceparent) {
        return ofEvent(post.toString(), traceparent);
    }

    /** For {@code contextWrite}. */
    public Context in(Context context) {
        return context.put(KEY, this);
    }

    /** Sets the MDC of this thread, and removes what was in it. */
    public void apply() {
        for (var name : NAMES) {
            var value = values.get(name);
            if (value == null) {
                MDC.remove(name);
            } else {
                MDC.put(name, value);
            }
        }
    }

    /** The context of the request or event that is being handled; an empty one when there is none. */
    public static LogContext of(ContextView context) {
        return context.<LogContext>getOrEmpty(KEY).orElse(NONE);
    }

    /** Lets what writes a line or two do so with these ids, on a thread that works for many. */
    public void around(Runnable lines) {
        var before = current();
        apply();
        try {
            lines.run();
        } finally {
            (before == null ? NONE : before).apply();
        }
    }

    /** What the MDC of this thread says; null when it says nothing. */
    static @Nullable LogContext current() {
        HashMap<String, String> values = null;
        for (var name : NAMES) {
            var value = MDC.get(name);
            if (value != null) {
                values = values == null ? new HashMap<>() : values;
                values.put(name, value);
            }
        }
        return values == null ? null : new LogContext(values);
    }

    /** Empties the MDC of this thread. */
    public static void clear() {
        NAMES.forEach(MDC::remove);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
