package org.vedette.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.notices.NoticeMails;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.selfservice.RequestedMails;
import org.vedette.notification.signup.ConfirmationMails;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.testmails.TestMail;
import org.vedette.notification.testmails.TestMails;
import reactor.core.publisher.Mono;

/** Enters mails that are not about a post to its audience into the ledger, where they survive a crash, and has them sent at once. */
public final class ConfirmationSender implements ConfirmationMails, RequestedMails, NoticeMails, TestMails {

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

    @Override
    public Mono<Void> request(Notice notice, AlertId alert, EmailAddress to) {
        return request(new DeliveryId.OfNotice(notice, alert, to));
    }

    @Override
    public Mono<Void> request(TestMail mail) {
        return request(new DeliveryId.OfTest(mail));
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
