package org.vedette.notification.webhooks.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.webhooks.WebhookEventType;

/**
 * An event that receivers are told of.
 *
 * @param post the post it is about; null for a test
 * @param revision revision of the post; 0 for a test
 * @param card what people read of it
 * @param body the CloudEvent in its structured JSON form
 */
public record WebhookEvent(
        EventId id, WebhookEventType type, @Nullable UUID post, long revision, Instant at, PostCard card, String body) {

    /** Whether it has the content of a post, which must not be sent once the post is restricted. */
    public boolean hasContent() {
        return type == WebhookEventType.PUBLISHED || type == WebhookEventType.REVISED;
    }
}
