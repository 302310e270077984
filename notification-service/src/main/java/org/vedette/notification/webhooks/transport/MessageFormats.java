package org.vedette.notification.webhooks.transport;

import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.receivers.ReceiverKind;

/** Writes messages as receivers understand them. */
public interface MessageFormats {

    /** The body of a message. */
    byte[] body(ReceiverKind kind, WebhookEvent event);

    /** Media type of the body. */
    String contentType(ReceiverKind kind);
}
