package org.vedette.notification.delivery;

import java.time.Instant;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;

/** Identity of a delivery, derived from content and subscriber, so that no subscriber gets the same content twice. */
public sealed interface DeliveryId {

    SubscriberId subscriber();

    /** Unique among all deliveries, and safe in a Message-ID. */
    String value();

    /** An alert to a subscriber. */
    record OfAlert(AlertId alert, SubscriberId subscriber) implements DeliveryId {

        @Override
        public String value() {
            return alert + "." + subscriber;
        }
    }

    /** The confirmation mail that a subscriber requested at a certain time. */
    record OfConfirmation(SubscriberId subscriber, Instant requestedAt) implements DeliveryId {

        @Override
        public String value() {
            return "confirmation." + subscriber + "." + requestedAt.toEpochMilli();
        }
    }
}
