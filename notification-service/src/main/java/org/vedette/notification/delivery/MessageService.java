package org.vedette.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.digests.DigestContents;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.reports.Status;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Mono;

/**
 * Looks up what is to be sent for a delivery. The alert and the subscriber may have changed since it was planned.
 *
 * <p>Never fails: a lookup that does is logged and answered with {@link Message.Unreadable} or {@link
 * Message.Unavailable}, so that one alert or subscriber holds up no other delivery.
 */
public final class MessageService {

    private static final Logger log = LoggerFactory.getLogger(MessageService.class);
    /** Longer than all timeouts of the store, so that an attempt ends even if a lookup never does. */
    private static final Duration LOOKUP_TIMEOUT = Duration.ofMinutes(1);

    private static final Message NOT_SUBSCRIBED = new Message.Suppressed("not subscribed any more");
    private static final Message WITHDRAWN = new Message.Suppressed("the post was withdrawn or is not public");
    private static final Message NOTHING_TO_TELL =
            new Message.Suppressed("nothing to tell, or another cadence is chosen");
    private static final Message OVER = new Message.Suppressed("no longer requested");
    private static final Message CONFIRMED = new Message.Suppressed("no longer waiting for a confirmation");

    private final Alerts alerts;
    private final Subscribers subscribers;
    private final DigestContents digests;
    private final ProgressService progress;

    public MessageService(Alerts alerts, Subscribers subscribers, DigestContents digests, ProgressService progress) {
        this.alerts = alerts;
        this.subscribers = subscribers;
        this.digests = digests;
        this.progress = progress;
    }

    /** The message of any delivery. */
    Mono<Message> messageOf(DeliveryId id) {
        if (id instanceof DeliveryId.OfAlert ofAlert) {
            return messageOf(ofAlert, alerts.with(ofAlert.alert()));
        }
        return subscriberMessage(id)
                .timeout(LOOKUP_TIMEOUT)
                .onErrorResume(failure -> Mono.just(withoutLookup(id, failure)));
    }

    /** The message of the delivery of an alert; without an alert it is suppressed. */
    Mono<Message> messageOf(DeliveryId.OfAlert id, Mono<Alert> alert) {
        return alert.flatMap(found -> alertMessage(id, found))
                .defaultIfEmpty(WITHDRAWN)
                .timeout(LOOKUP_TIMEOUT)
                .onErrorResume(failure -> Mono.just(withoutLookup(id, failure)));
    }

    private Mono<Message> alertMessage(DeliveryId.OfAlert id, Alert alert) {
        if (!alert.isDeliverable()) {
            return Mono.just(WITHDRAWN);
        }
        return isOverForCorrections(alert).flatMap(isOver -> isOver ? Mono.just(WITHDRAWN) : toActive(id, alert));
    }

    /** The correction of a post that was withdrawn after it, or whose label was raised. */
    private Mono<Boolean> isOverForCorrections(Alert alert) {
        return alert.occasion() instanceof Occasion.Correction
                ? alerts.with(AlertId.ofPost(alert.post().id()))
                        .map(first -> first.isHiddenSince(alert))
                        .defaultIfEmpty(false)
                : Mono.just(false);
    }

    private Mono<Message> toActive(DeliveryId.OfAlert id, Alert alert) {
        return subscribers
                .with(id.subscriber())
                .ofType(Active.class)
                .<Message>map(active -> new Message.OfAlert(id, active, alert))
                .defaultIfEmpty(NOT_SUBSCRIBED);
    }

    private Mono<Message> subscriberMessage(DeliveryId id) {
        if (id instanceof DeliveryId.OfDigest ofDigest) {
            return digestMessage(ofDigest);
        }
        if (id instanceof DeliveryId.OfNotice ofNotice) {
            return progress.of(ofNotice.about())
                    .filter(found -> isStillTrue(ofNotice.notice(), found))
                    .<Message>map(found -> new Message.OfNotice(ofNotice, nobody(id, ofNotice.to()), found))
                    .defaultIfEmpty(OVER);
        }
        if (id instanceof DeliveryId.OfTest ofTest) {
            return alerts.with(ofTest.mail().alert())
                    .filter(Alert::isDeliverable)
                    .<Message>map(found ->
                            new Message.OfTest(ofTest, nobody(id, ofTest.mail().to()), found))
                    .defaultIfEmpty(OVER);
        }
        return id instanceof DeliveryId.OfRequest ofRequest
                ? requestMessage(ofRequest)
                : confirmationMessage((DeliveryId.OfConfirmation) id);
    }

    private static boolean isStillTrue(Notice notice, Progress found) {
        return switch (notice) {
            case WAITING -> found.status() == Status.WAITING;
            case FAILED -> found.status() == Status.FAILED;
            case HALTED -> true;
        };
    }

    /** Somebody who has not subscribed; links in the mail lead to nobody. */
    private static Subscriber nobody(DeliveryId id, EmailAddress address) {
        return new Active(id.subscriber(), address, 1, Profile.OF_EARLIER_VERSIONS, Instant.EPOCH);
    }

    private Mono<Message> digestMessage(DeliveryId.OfDigest id) {
        return subscribers
                .with(id.subscriber())
                .ofType(Active.class)
                .flatMap(active -> digests.of(id.digest(), active)
                        .<Message>map(digest -> new Message.OfDigest(id, active, digest))
                        .defaultIfEmpty(NOTHING_TO_TELL))
                .defaultIfEmpty(NOT_SUBSCRIBED);
    }

    private Mono<Message> requestMessage(DeliveryId.OfRequest id) {
        return subscribers
                .with(id.subscriber())
                .mapNotNull(subscriber -> requestMessage(id, subscriber))
                .defaultIfEmpty(OVER);
    }

    private static @Nullable Message requestMessage(DeliveryId.OfRequest id, Subscriber subscriber) {
        if (id.mail() == RequestedMail.OWN_DATA) {
            return new Message.OfRequest(id, subscriber, subscriber.address());
        }
        var change = subscriber.profile().change();
        if (change == null || !change.requestedAt().equals(id.requestedAt())) {
            return null;
        }
        var to = id.mail() == RequestedMail.NEW_ADDRESS ? change.to() : subscriber.address();
        return new Message.OfRequest(id, subscriber, to);
    }

    private Mono<Message> confirmationMessage(DeliveryId.OfConfirmation id) {
        return subscribers
                .with(id.subscriber())
                .map(subscriber -> confirmationMessage(id, subscriber))
                .defaultIfEmpty(CONFIRMED);
    }

    private static Message confirmationMessage(DeliveryId.OfConfirmation id, Subscriber subscriber) {
        return subscriber instanceof Pending pending && pending.awaits(id.requestedAt())
                ? new Message.OfConfirmation(id, pending)
                : CONFIRMED;
    }

    private static Message withoutLookup(DeliveryId id, Throwable failure) {
        log.warn("Could not read what delivery {} needs; it is deferred", id.value(), failure);
        var reason = failure.getClass().getSimpleName() + " before the mail was sent";
        return failure instanceof UnreadableDocumentException
                ? new Message.Unreadable(reason)
                : new Message.Unavailable(reason);
    }
}
