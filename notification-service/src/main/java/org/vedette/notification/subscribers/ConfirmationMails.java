package org.vedette.notification.subscribers;

import reactor.core.publisher.Mono;

/** Where confirmation mails are asked for. */
public interface ConfirmationMails {

    /**
     * Makes sure the newest confirmation mail a subscriber asked for will be sent, through crashes and outages.
     * Repeating it asks for nothing more.
     */
    Mono<Void> request(Pending subscriber);
}
