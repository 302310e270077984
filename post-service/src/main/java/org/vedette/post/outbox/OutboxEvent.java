package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;

/**
 * An event to be stored in the outbox of its post.
 *
 * @param id identity of the event; the same every time it is sent
 * @param at when it happened
 * @param traceparent W3C trace context of the request that caused it; null when the request had none
 */
public record OutboxEvent(
        UUID id, Instant at, PostEvent event, @Nullable String traceparent) {}
