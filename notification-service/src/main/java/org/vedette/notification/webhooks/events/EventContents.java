package org.vedette.notification.webhooks.events;

import java.time.Instant;
import org.vedette.events.PostEvent;
import org.vedette.notification.webhooks.WebhookEventType;

/** Writes the bodies of events. */
public interface EventContents {

    /** The CloudEvent about a post, in its structured JSON form. */
    String ofPost(EventId id, WebhookEventType type, PostEvent data, Instant at, String link);

    /** The CloudEvent of a test. */
    String ofPing(EventId id, Instant at, String link);
}
