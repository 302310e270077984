package org.vedette.feed.entries.updates;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Where the changes of a batch come from, handed on in the Reactor context.
 *
 * @param byPost the newest event of each post
 */
public record EventOrigins(Map<UUID, Origin> byPost) {

    private static final EventOrigins NONE = new EventOrigins(Map.of());

    /**
     * Where a change comes from.
     *
     * @param time when the event happened
     * @param traceparent the trace context of its projection; null when there is none
     */
    public record Origin(Instant time, @Nullable String traceparent) {}

    public EventOrigins {
        byPost = Map.copyOf(byPost);
    }

    /** For {@code contextWrite}. */
    public Context in(Context context) {
        return context.put(EventOrigins.class, this);
    }

    public static EventOrigins of(ContextView context) {
        return context.<EventOrigins>getOrEmpty(EventOrigins.class).orElse(NONE);
    }
}
