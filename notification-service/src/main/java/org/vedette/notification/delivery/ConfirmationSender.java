package org.vedette.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.selfservice.RequestedMails;
import org.vedette.notification.signup.ConfirmationMails;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** Enters mails about a subscription into the ledger, where they survive a crash, and has them sent at once. */
public final class ConfirmationSender implements ConfirmationMails, RequestedMails {

    private final Ledger ledger;
    private final DeliverySweeper sweeper;
    private final Clock clock;

    public ConfirmationSender(Ledger ledger, DeliverySweeper sweeper, Clock clock) {
        this.ledger = ledger;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    @Override
    public Mono<Void> request(SubscriberId subscriber, Instant requestedAt) {
        return request(new DeliveryId.OfConfirmation(subscriber, requestedAt));
    }

    @Override
    public Mono<Void> request(RequestedMail mail, SubscriberId subscriber, Instant requestedAt) {
        return request(new DeliveryId.OfRequest(mail, subscriber, requestedAt));
    }

    private Mono<Void> request(DeliveryId id) {
        return Mono.defer(() -> {
            var due = Delivery.due(id, clock.instant());
            return ledger.open(due)
                    .filter(isNew -> isNew)
                    .doOnNext(isNew -> sweeper.wake(due))
                    .then();
        });
    }
}
