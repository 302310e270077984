package org.vedette.notification.delivery;

import reactor.core.publisher.Mono;

/** Turns letters into mails and hands them to a mail server. */
public interface Mailer {

    /** One attempt. Whatever goes wrong is a reply, never an error. */
    Mono<Reply> send(Letter.Mailable letter);
}
