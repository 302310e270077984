package org.vedette.notification.testmails;

import reactor.core.publisher.Mono;

/** Sends test mails. */
public interface TestMails {

    /** Requests a mail. Completes when the request is stored and survives crashes. */
    Mono<Void> request(TestMail mail);
}
