package org.vedette.notification.subscribers;

import reactor.core.publisher.Mono;

/** Sends confirmation mails. */
public interface ConfirmationMails {

    /**
     * Requests the newest confirmation mail of a subscriber. Completes when the request is stored and survives crashes
     * and outages; repeating it sends no second mail.
     */
    Mono<Void> request(Pending subscriber);
}
