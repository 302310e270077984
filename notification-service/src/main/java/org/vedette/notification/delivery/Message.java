package org.vedette.notification.delivery;

import org.vedette.notification.alerts.Alert;
import org.vedette.notification.digests.Digest;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;

/** What is to be sent for a delivery, according to the store at the time of the attempt. */
public sealed interface Message {

    /** Nothing may be sent any more. */
    record Suppressed(String reason) implements Message {}

    /** The document of the alert or the subscriber is unreadable, so nothing can be sent until it is repaired. */
    record Unreadable(String reason) implements Message {}

    /** The store failed, so it is unknown what is to be sent. */
    record Unavailable(String reason) implements Message {}

    /** A mail to a subscriber. */
    sealed interface Mailable extends Message {
        DeliveryId id();

        Subscriber subscriber();

        default EmailAddress to() {
            return subscriber().address();
        }

        /** Whether somebody has confirmed that the mailbox is theirs; any other one may be made up. */
        default boolean isToAConfirmedMailbox() {
            return id().isToTheSubscriber();
        }
    }

    /** An alert about a post. */
    record OfAlert(DeliveryId.OfAlert id, Subscriber subscriber, Alert alert) implements Mailable {}

    /** A digest, which tells a subscriber what the subscriber wants to know. */
    record OfDigest(DeliveryId.OfDigest id, Subscriber subscriber, Digest digest) implements Mailable {}

    /** A mail that a subscriber requested. */
    record OfRequest(DeliveryId.OfRequest id, Subscriber subscriber, EmailAddress to) implements Mailable {}

    /** A notice to one of the team. */
    record OfNotice(DeliveryId.OfNotice id, Subscriber subscriber, Progress progress) implements Mailable {}

    /** An alert to one address, to be looked at. */
    record OfTest(DeliveryId.OfTest id, Subscriber subscriber, Alert alert) implements Mailable {}

    /** The request to confirm a subscription. */
    record OfConfirmation(DeliveryId.OfConfirmation id, Pending subscriber) implements Mailable {

        @Override
        public boolean isToAConfirmedMailbox() {
            return false;
        }
    }
}
