package org.vedette.notification.webhooks.delivery;

import org.vedette.notification.webhooks.transport.AttemptOutcome;

/** Is told what came of attempts. */
@FunctionalInterface
public interface DeliveryObserver {

    /** An attempt ended, after which the delivery has a status. */
    void attempted(AttemptOutcome outcome, WebhookDelivery.Status status);
}
