package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored event that is not sent yet, already serialized.
 *
 * @param type CloudEvents type
 * @param json the event as JSON
 * @param traceparent W3C trace context of the request that caused it; null when the request had none
 */
public record PendingEvent(
        UUID id,
        UUID postId,
        String type,
        Instant at,
        String json,
        @Nullable String traceparent) {}
