package org.vedette.notification.subscribers.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.Unsubscribed;

/** Converts between subscribers and documents. No other class knows the names of the fields. */
final class SubscriberDocuments {

    static final String ID = "_id";
    static final String KEY = "key";
    static final String STATE = "state";
    static final String REVISION = "revision";
    static final String ACTIVE = "active";

    private static final String PENDING = "pending";
    private static final String UNSUBSCRIBED = "unsubscribed";
    private static final String SUPPRESSED = "suppressed";
    private static final String ADDRESS = "address";
    private static final String GENERATION = "generation";
    private static final String REQUESTS = "requests";
    private static final String SINCE = "since";
    private static final String REASON = "reason";

    private SubscriberDocuments() {}

    static Document toDocument(Subscriber subscriber) {
        var document = new Document(ID, subscriber.id().value())
                .append(KEY, subscriber.address().key())
                .append(ADDRESS, subscriber.address().value())
                .append(REVISION, subscriber.revision());
        return withState(document, subscriber);
    }

    private static Document withState(Document document, Subscriber subscriber) {
        if (subscriber instanceof Pending pending) {
            return document.append(STATE, PENDING)
                    .append(GENERATION, pending.generation())
                    .append(
                            REQUESTS,
                            pending.requests().stream().map(Date::from).toList());
        }
        if (subscriber instanceof Active active) {
            return document.append(STATE, ACTIVE).append(SINCE, Date.from(active.confirmedAt()));
        }
        if (subscriber instanceof Unsubscribed unsubscribed) {
            return document.append(STATE, UNSUBSCRIBED).append(SINCE, Date.from(unsubscribed.unsubscribedAt()));
        }
        var suppressed = (Suppressed) subscriber;
        return document.append(STATE, SUPPRESSED)
                .append(SINCE, Date.from(suppressed.since()))
                .append(REASON, suppressed.reason());
    }

    static Subscriber toSubscriber(Document document) {
        var id = id(document);
        var address = new EmailAddress(document.getString(ADDRESS));
        var revision = document.getLong(REVISION);
        var state = document.getString(STATE);
        return switch (state) {
            case PENDING -> new Pending(id, address, revision, document.getLong(GENERATION), requests(document));
            case ACTIVE -> new Active(id, address, revision, since(document));
            case UNSUBSCRIBED -> new Unsubscribed(id, address, revision, since(document));
            case SUPPRESSED -> new Suppressed(id, address, revision, document.getString(REASON), since(document));
            default -> throw new IllegalStateException("unknown state of a subscriber: " + state);
        };
    }

    static SubscriberId id(Document document) {
        return new SubscriberId(document.get(ID, UUID.class));
    }

    private static List<Instant> requests(Document document) {
        return document.getList(REQUESTS, Date.class).stream()
                .map(Date::toInstant)
                .toList();
    }

    private static Instant since(Document document) {
        return document.getDate(SINCE).toInstant();
    }
}
