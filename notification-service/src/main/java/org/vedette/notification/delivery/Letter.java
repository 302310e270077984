package org.vedette.notification.delivery;

import org.vedette.notification.alerts.Alert;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;

/** What is to be said to a subscriber, before it becomes a mail. */
public sealed interface Letter {

    /** Nothing, and why. */
    record Withheld(String reason) implements Letter {}

    /** Something. */
    sealed interface Mailable extends Letter {

        DeliveryId id();

        Subscriber subscriber();

        default EmailAddress to() {
            return subscriber().address();
        }
    }

    /** A post was published. */
    record OfAlert(DeliveryId.OfAlert id, Subscriber subscriber, Alert alert) implements Mailable {}

    /** Please confirm that this address is yours. */
    record OfConfirmation(DeliveryId.OfConfirmation id, Pending subscriber) implements Mailable {}
}
