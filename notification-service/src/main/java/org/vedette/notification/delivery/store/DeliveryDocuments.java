package org.vedette.notification.delivery.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.delivery.Delivery;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState;
import org.vedette.notification.delivery.DeliveryState.Abandoned;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.delivery.DeliveryState.Deferred;
import org.vedette.notification.delivery.DeliveryState.Repeated;
import org.vedette.notification.delivery.DeliveryState.Sent;
import org.vedette.notification.delivery.DeliveryState.Suppressed;
import org.vedette.notification.delivery.DeliveryState.Uncertain;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.testmails.TestMail;

/** Converts between deliveries and documents. No other class knows the names of the fields. */
final class DeliveryDocuments {

    static final String ID = "_id";
    static final String ALERT = "alert";
    static final String STATE = "state";
    static final String AT = "at";
    static final String OWNER = "owner";
    static final String ATTEMPTS = "attempts";

    static final String CLAIMED = "claimed";
    static final String SENT = "sent";
    static final String DEFERRED = "deferred";
    static final String BOUNCED = "bounced";
    static final String SUPPRESSED = "suppressed";
    static final String UNCERTAIN = "uncertain";
    static final String REPEATED = "repeated";
    static final String ABANDONED = "abandoned";

    static final String SUBSCRIBER = "subscriber";
    static final String OF_THE_SERVER = "ofTheServer";
    /** The kind of a bounce; absent in rows of earlier versions, which had hard ones only. */
    static final String BOUNCE = "bounce";
    /** What the recipient complained about. */
    static final String COMPLAINT = "complaint";

    static final String POSSIBLE_DOUBLES = "possibleDoubles";

    private static final String MAIL = "mail";
    private static final String NOTICE = "NOTICE_";
    private static final String TEST = "TEST";
    private static final String ABOUT = "about";
    private static final String TO = "to";
    private static final String BY = "by";
    private static final String REQUESTED_AT = "requestedAt";
    static final String REPLY = "reply";
    static final String OPENED_AT = "openedAt";

    /** No state has all of them. */
    private static final List<String> OF_SOME_STATES = List.of(OWNER, REPLY, OF_THE_SERVER, BOUNCE);

    private DeliveryDocuments() {}

    static Document toDocument(Delivery delivery) {
        var document = identity(delivery.id())
                .append(ATTEMPTS, delivery.attempts())
                .append(POSSIBLE_DOUBLES, delivery.possibleDoubles())
                .append(OPENED_AT, Date.from(delivery.openedAt()));
        return withState(document, delivery.state());
    }

    /** Writes a delivery over its row, and keeps what else the row has: complaints, and the reports that were applied. */
    static Document toUpdate(Delivery delivery) {
        var fields = toDocument(delivery);
        fields.remove(ID);
        var absent = new Document();
        OF_SOME_STATES.stream().filter(name -> !fields.containsKey(name)).forEach(name -> absent.append(name, ""));
        return new Document("$set", fields).append("$unset", absent);
    }

    static Document identity(DeliveryId id) {
        var document =
                new Document(ID, id.value()).append(SUBSCRIBER, id.subscriber().value());
        if (id instanceof DeliveryId.OfAlert ofAlert) {
            return document.append(ALERT, ofAlert.alert().value());
        }
        if (id instanceof DeliveryId.OfDigest ofDigest) {
            return document.append(ALERT, ofDigest.digest().value());
        }
        if (id instanceof DeliveryId.OfRequest ofRequest) {
            return document.append(MAIL, ofRequest.mail().name())
                    .append(REQUESTED_AT, Date.from(ofRequest.requestedAt()));
        }
        if (id instanceof DeliveryId.OfNotice ofNotice) {
            return document.append(MAIL, NOTICE + ofNotice.notice().name())
                    .append(ABOUT, ofNotice.about().value())
                    .append(TO, ofNotice.to().value());
        }
        if (id instanceof DeliveryId.OfTest ofTest) {
            return document.append(MAIL, TEST)
                    .append(ABOUT, ofTest.mail().alert().value())
                    .append(TO, ofTest.mail().to().value())
                    .append(BY, ofTest.mail().by())
                    .append(REQUESTED_AT, Date.from(ofTest.mail().requestedAt()));
        }
        return document.append(REQUESTED_AT, Date.from(((DeliveryId.OfConfirmation) id).requestedAt()));
    }

    static Delivery toDelivery(Document document) {
        return new Delivery(
                id(document),
                state(document),
                document.getInteger(ATTEMPTS),
                document.getDate(OPENED_AT).toInstant(),
                document.getInteger(POSSIBLE_DOUBLES, 0)); // Rows of earlier versions have none.
    }

    private static Document withState(Document document, DeliveryState state) {
        if (state instanceof Claimed claimed) {
            return with(document, CLAIMED, claimed.at()).append(OWNER, claimed.owner());
        }
        if (state instanceof Sent sent) {
            return with(document, SENT, sent.at()).append(REPLY, sent.reply());
        }
        if (state instanceof Deferred deferred) {
            return with(document, DEFERRED, deferred.retryAt())
                    .append(REPLY, deferred.reply())
                    .append(OF_THE_SERVER, deferred.ofTheServer());
        }
        if (state instanceof Repeated repeated) {
            return with(document, REPEATED, repeated.retryAt()).append(REPLY, repeated.reply());
        }
        return withFinalState(document, state);
    }

    private static Document withFinalState(Document document, DeliveryState state) {
        if (state instanceof Bounced bounced) {
            return with(document, BOUNCED, bounced.at())
                    .append(REPLY, bounced.reply())
                    .append(BOUNCE, bounced.kind().name());
        }
        if (state instanceof Abandoned abandoned) {
            return with(document, ABANDONED, abandoned.at()).append(REPLY, abandoned.reply());
        }
        if (state instanceof Suppressed suppressed) {
            return with(document, SUPPRESSED, suppressed.at()).append(REPLY, suppressed.reason());
        }
        var uncertain = (Uncertain) state;
        return with(document, UNCERTAIN, uncertain.at()).append(REPLY, uncertain.reply());
    }

    private static Document with(Document document, String state, Instant at) {
        return document.append(STATE, state).append(AT, Date.from(at));
    }

    static DeliveryId id(Document document) {
        var subscriber = new SubscriberId(document.get(SUBSCRIBER, UUID.class));
        var alert = document.getString(ALERT);
        if (alert == null) {
            return requested(document.getString(MAIL), subscriber, document);
        }
        var id = new AlertId(alert);
        return id.isDigest() ? new DeliveryId.OfDigest(id, subscriber) : new DeliveryId.OfAlert(id, subscriber);
    }

    private static DeliveryId requested(@Nullable String mail, SubscriberId subscriber, Document document) {
        if (mail != null && mail.startsWith(NOTICE)) {
            return new DeliveryId.OfNotice(
                    Notice.valueOf(mail.substring(NOTICE.length())), about(document), to(document));
        }
        var at = document.getDate(REQUESTED_AT).toInstant();
        if (TEST.equals(mail)) {
            return new DeliveryId.OfTest(new TestMail(about(document), to(document), document.getString(BY), at));
        }
        return mail == null
                ? new DeliveryId.OfConfirmation(subscriber, at)
                : new DeliveryId.OfRequest(RequestedMail.valueOf(mail), subscriber, at);
    }

    private static AlertId about(Document document) {
        return new AlertId(document.getString(ABOUT));
    }

    private static EmailAddress to(Document document) {
        return new EmailAddress(document.getString(TO));
    }

    private static DeliveryState state(Document document) {
        var at = document.getDate(AT).toInstant();
        var reply = document.getString(REPLY);
        var name = document.getString(STATE);
        return switch (name) {
            case CLAIMED -> new Claimed(document.getString(OWNER), at);
            case SENT -> new Sent(at, reply);
            case DEFERRED -> new Deferred(at, reply, document.getBoolean(OF_THE_SERVER, false));
            case REPEATED -> new Repeated(at, reply);
            case ABANDONED -> new Abandoned(at, reply);
            case BOUNCED -> new Bounced(at, reply, bounceKind(document));
            case SUPPRESSED -> new Suppressed(at, reply);
            case UNCERTAIN -> new Uncertain(at, reply);
            default -> throw new IllegalStateException("unknown state of a delivery: " + name);
        };
    }

    static Bounced.Kind bounceKind(Document document) {
        var kind = document.getString(BOUNCE);
        return kind == null ? Bounced.Kind.HARD : Bounced.Kind.valueOf(kind);
    }
}
