package org.vedette.notification.delivery.messaging;

import java.util.List;
import java.util.UUID;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;

/** A mailing as JSON on Kafka. */
record MailingRecord(String alert, List<UUID> subscribers) {

    static final String TOPIC = "vedette.mailings.v1";

    static MailingRecord of(Mailing mailing) {
        return new MailingRecord(
                mailing.alert().value(),
                mailing.subscribers().stream().map(SubscriberId::value).toList());
    }

    Mailing toMailing() {
        return new Mailing(
                new AlertId(alert), subscribers.stream().map(SubscriberId::new).toList());
    }
}
