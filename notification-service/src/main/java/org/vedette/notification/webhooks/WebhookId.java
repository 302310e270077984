package org.vedette.notification.webhooks;

import java.util.UUID;

/** Identity of a webhook. */
public record WebhookId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
