package org.vedette.notification.webhooks.administration;

import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookStatus;

/** Tells the admins by mail. */
public interface NoticeMailer {

    /** Sends the mail about a webhook that was disabled; returns when the mail server has taken it. May block. */
    void send(Webhook webhook, WebhookStatus.Disabled status) throws Exception;
}
