package org.vedette.notification.delivery;

import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.Alerts;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Subscribers;
import reactor.core.publisher.Mono;

/** Writes the letter of a delivery, or says why there must be none now, whatever was planned. */
public final class LetterService {

    private static final Letter NOT_SUBSCRIBED = new Letter.Withheld("not subscribed any more");
    private static final Letter WITHDRAWN = new Letter.Withheld("the post was withdrawn");
    private static final Letter CONFIRMED = new Letter.Withheld("no longer waiting for a confirmation");

    private final Alerts alerts;
    private final Subscribers subscribers;

    public LetterService(Alerts alerts, Subscribers subscribers) {
        this.alerts = alerts;
        this.subscribers = subscribers;
    }

    Mono<Letter> write(DeliveryId id) {
        if (id instanceof DeliveryId.OfAlert ofAlert) {
            return alerts.with(ofAlert.alert())
                    .flatMap(alert -> write(ofAlert, alert))
                    .defaultIfEmpty(WITHDRAWN);
        }
        var confirmation = (DeliveryId.OfConfirmation) id;
        return subscribers
                .with(id.subscriber())
                .map(subscriber -> confirmation(confirmation, subscriber))
                .defaultIfEmpty(CONFIRMED);
    }

    Mono<Letter> write(DeliveryId.OfAlert id, Alert alert) {
        if (!alert.isNews()) {
            return Mono.just(WITHDRAWN);
        }
        return subscribers
                .with(id.subscriber())
                .ofType(Active.class)
                .<Letter>map(active -> new Letter.OfAlert(id, active, alert))
                .defaultIfEmpty(NOT_SUBSCRIBED);
    }

    private static Letter confirmation(DeliveryId.OfConfirmation id, Subscriber subscriber) {
        return subscriber instanceof Pending pending ? new Letter.OfConfirmation(id, pending) : CONFIRMED;
    }
}
