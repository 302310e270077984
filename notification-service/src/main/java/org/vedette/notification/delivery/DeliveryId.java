package org.vedette.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.testmails.TestMail;

/** Identity of a delivery, derived from content and subscriber, so that no subscriber gets the same content twice. */
public sealed interface DeliveryId {

    SubscriberId subscriber();

    /** The alert or digest that it is a mail of; null for a mail about a subscription. */
    default @Nullable AlertId alert() {
        return null;
    }

    /** Whether it goes to the mailbox that the subscriber has, so that a bounce says something about the subscriber. */
    default boolean isToTheSubscriber() {
        return true;
    }

    /** Unique among all deliveries, and safe in a Message-ID. */
    String value();

    /** An alert to a subscriber. */
    record OfAlert(AlertId alert, SubscriberId subscriber) implements DeliveryId {

        @Override
        public String value() {
            return alert + "." + subscriber;
        }
    }

    /** A digest to a subscriber. */
    record OfDigest(AlertId digest, SubscriberId subscriber) implements DeliveryId {

        @Override
        public AlertId alert() {
            return digest;
        }

        @Override
        public String value() {
            return digest + "." + subscriber;
        }
    }

    /** A mail that a subscriber requested at a certain time. */
    record OfRequest(RequestedMail mail, SubscriberId subscriber, Instant requestedAt) implements DeliveryId {

        @Override
        public boolean isToTheSubscriber() {
            return mail != RequestedMail.NEW_ADDRESS;
        }

        @Override
        public String value() {
            var kind = mail.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return kind + "." + subscriber + "." + requestedAt.toEpochMilli();
        }
    }

    /** A notice to one of the team; each gets one about an event. */
    record OfNotice(Notice notice, AlertId about, EmailAddress to) implements DeliveryId {

        @Override
        public SubscriberId subscriber() {
            return nobody(to);
        }

        @Override
        public boolean isToTheSubscriber() {
            return false;
        }

        @Override
        public String value() {
            return "notice-" + notice.name().toLowerCase(Locale.ROOT) + "." + about + "." + subscriber();
        }
    }

    /** An alert to one address, to be looked at. */
    record OfTest(TestMail mail) implements DeliveryId {

        @Override
        public SubscriberId subscriber() {
            return nobody(mail.to());
        }

        @Override
        public boolean isToTheSubscriber() {
            return false;
        }

        @Override
        public String value() {
            return "test." + mail.alert() + "." + subscriber() + "."
                    + mail.requestedAt().toEpochMilli();
        }
    }

    /** Stands for somebody who gets a mail without having subscribed. */
    static SubscriberId nobody(EmailAddress address) {
        return new SubscriberId(UUID.nameUUIDFromBytes(address.key().getBytes(StandardCharsets.UTF_8)));
    }

    /** The confirmation mail that a subscriber requested at a certain time. */
    record OfConfirmation(SubscriberId subscriber, Instant requestedAt) implements DeliveryId {

        @Override
        public String value() {
            return "confirmation." + subscriber + "." + requestedAt.toEpochMilli();
        }
    }
}
