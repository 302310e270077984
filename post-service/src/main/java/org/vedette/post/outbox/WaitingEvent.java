package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in an outbox, exactly as it will be sent.
 *
 * @param type CloudEvents type
 * @param json the event's record
 */
public record WaitingEvent(
        UUID id,
        UUID postId,
        String type,
        Instant at,
        String json,
        @Nullable String traceparent) {}
