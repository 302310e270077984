package org.vedette.notification.webhooks;

import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;

/**
 * What an admin chooses for a webhook.
 *
 * @param description what it is for, in plain text; may be empty
 */
public record WebhookSettings(String description, ReceiverKind kind, ReceiverAddress address, EventFilter filter) {

    /** What people call it: the description, or else the host it sends to. */
    public String title() {
        return description.isBlank() ? address.host() : description;
    }
}
