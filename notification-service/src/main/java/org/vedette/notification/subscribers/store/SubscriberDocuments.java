package org.vedette.notification.subscribers.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Profile;
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
    static final String PENDING = "pending";

    /** What active subscribers are found under; absent in documents of earlier versions, which stands for every post. */
    static final String AUDIENCE = "audience";

    /** The watch terms of active subscribers; absent where there are none. */
    static final String WATCH = "watch";

    static final String UNSUBSCRIBED = "unsubscribed";
    private static final String SUPPRESSED = "suppressed";
    private static final String ADDRESS = "address";
    private static final String GENERATION = "generation";
    private static final String REQUESTS = "requests";
    static final String SINCE = "since";
    private static final String REASON = "reason";
    private static final String BEFORE = "before";
    private static final String CONFIRMED_AT = "confirmedAt";

    private SubscriberDocuments() {}

    static Document toDocument(Subscriber subscriber) {
        var document = new Document(ID, subscriber.id().value())
                .append(KEY, subscriber.address().key())
                .append(ADDRESS, subscriber.address().value())
                .append(REVISION, subscriber.revision());
        ProfileDocuments.append(subscriber.profile(), document);
        return withState(document, subscriber);
    }

    private static Document withState(Document document, Subscriber subscriber) {
        if (subscriber instanceof Pending pending) {
            return withPending(document, pending);
        }
        if (subscriber instanceof Active active) {
            return withActive(document, active);
        }
        if (subscriber instanceof Unsubscribed unsubscribed) {
            return document.append(STATE, UNSUBSCRIBED).append(SINCE, Date.from(unsubscribed.unsubscribedAt()));
        }
        var suppressed = (Suppressed) subscriber;
        return document.append(STATE, SUPPRESSED)
                .append(SINCE, Date.from(suppressed.since()))
                .append(REASON, suppressed.reason())
                .append(CONFIRMED_AT, date(suppressed.confirmedAt()));
    }

    private static Document withPending(Document document, Pending pending) {
        document.append(STATE, PENDING)
                .append(GENERATION, pending.generation())
                .append(REQUESTS, pending.requests().stream().map(Date::from).toList());
        return pending.before() == null ? document : document.append(BEFORE, ProfileDocuments.ending(pending.before()));
    }

    private static Document withActive(Document document, Active active) {
        document.append(STATE, ACTIVE)
                .append(SINCE, Date.from(active.confirmedAt()))
                .append(AUDIENCE, PreferenceDocuments.keys(active.preferences()));
        var terms = PreferenceDocuments.terms(active.preferences());
        return terms.isEmpty() ? document : document.append(WATCH, terms);
    }

    static Subscriber toSubscriber(Document document) {
        var id = id(document);
        var address = new EmailAddress(document.getString(ADDRESS));
        var revision = document.getLong(REVISION);
        var profile = ProfileDocuments.toProfile(document);
        var state = document.getString(STATE);
        return switch (state) {
            case PENDING -> pending(document, id, address, revision, profile);
            case ACTIVE -> new Active(id, address, revision, profile, since(document));
            case UNSUBSCRIBED -> new Unsubscribed(id, address, revision, profile, since(document));
            case SUPPRESSED -> suppressed(document, id, address, revision, profile);
            default -> throw new IllegalStateException("unknown state of a subscriber: " + state);
        };
    }

    private static Pending pending(
            Document document, SubscriberId id, EmailAddress address, long revision, Profile profile) {
        var before = ProfileDocuments.ending(document.get(BEFORE, Document.class), profile.consent());
        return new Pending(id, address, revision, profile, document.getLong(GENERATION), requests(document), before);
    }

    private static Suppressed suppressed(
            Document document, SubscriberId id, EmailAddress address, long revision, Profile profile) {
        var confirmedAt = document.getDate(CONFIRMED_AT);
        return new Suppressed(
                id,
                address,
                revision,
                profile,
                document.getString(REASON),
                since(document),
                confirmedAt == null ? null : confirmedAt.toInstant());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
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
