package org.vedette.post.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;

/**
 * An event on its way into an outbox.
 *
 * @param id identity of the event, the same however often it is sent
 * @param at when it happened
 * @param traceparent the W3C trace of the request that caused it; null when it came with none
 */
public record Announcement(
        UUID id, Instant at, PostEvent event, @Nullable String traceparent) {}
