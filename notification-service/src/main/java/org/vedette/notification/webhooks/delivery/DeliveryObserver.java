package org.vedette.notification.webhooks.delivery;

/** Is told what came of attempts. */
@FunctionalInterface
public interface DeliveryObserver {

    /** An attempt ended, after which the delivery has a status. */
    void attempted(AttemptOutcome outcome, WebhookDelivery.Status status);
}
