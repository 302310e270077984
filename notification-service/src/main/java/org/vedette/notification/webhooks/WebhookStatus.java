package org.vedette.notification.webhooks;

import java.time.Instant;

/** Whether messages are sent to a webhook. */
public sealed interface WebhookStatus {

    /** Messages are sent. */
    record Enabled() implements WebhookStatus {}

    /**
     * Nothing is sent, and events are not kept for it.
     *
     * @param reason why, for people
     */
    record Disabled(String reason, Instant at) implements WebhookStatus {}
}
