package org.vedette.notification.selfservice;

import java.time.Instant;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** Sends the mails that subscribers request. */
public interface RequestedMails {

    /** Requests a mail. Completes when the request is stored and survives crashes; repeating it sends no second mail. */
    Mono<Void> request(RequestedMail mail, SubscriberId subscriber, Instant requestedAt);
}
