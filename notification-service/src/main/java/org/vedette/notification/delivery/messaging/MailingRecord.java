package org.vedette.notification.delivery.messaging;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.subscribers.SubscriberId;

/** A mailing as JSON on Kafka. */
record MailingRecord(String alert, List<@Nullable UUID> subscribers) {

    static final String TOPIC = "vedette.mailings.v1";

    static MailingRecord of(Mailing mailing) {
        return new MailingRecord(
                mailing.alert().value(),
                mailing.subscribers().stream().map(SubscriberId::value).toList());
    }

    /** Ignores nulls, so that the other subscribers get their mail. */
    Mailing toMailing() {
        return new Mailing(
                new AlertId(alert),
                subscribers.stream()
                        .flatMap(Stream::ofNullable)
                        .map(SubscriberId::new)
                        .toList());
    }
}
