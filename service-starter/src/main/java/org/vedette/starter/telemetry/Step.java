package org.vedette.starter.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that a trace shows as a span.
 *
 * @param name what is done, with no values in it
 * @param kind which side of which exchange it is
 * @param parent {@code traceparent} of the step that caused it; null for that of the Reactor context
 * @param tags what it concerns; no addresses of people, no content
 */
public record Step(String name, Kind kind, @Nullable String parent, Map<String, String> tags) {

    /** The kinds of OpenTelemetry. */
    public enum Kind {
        INTERNAL,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    public Step {
        tags = Map.copyOf(tags);
    }

    public static Step of(Kind kind, String name) {
        return new Step(name, kind, null, Map.of());
    }

    /** The same step, caused by another one. */
    public Step causedBy(@Nullable String traceparent) {
        return new Step(name, kind, traceparent, tags);
    }

    /** The same step with one more tag. */
    public Step with(String tag, Object value) {
        var more = new LinkedHashMap<>(tags);
        more.put(tag, value.toString());
        return new Step(name, kind, parent, more);
    }
}
