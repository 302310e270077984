package org.vedette.notification.signup;

import java.time.Instant;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Mono;

/** Sends confirmation mails. */
public interface ConfirmationMails {

    /**
     * Requests a confirmation mail, which is sent if the subscriber {@linkplain Pending#awaits awaits} it by then. Completes
     * when the request is stored and survives crashes and outages; repeating it sends no second mail.
     */
    Mono<Void> request(SubscriberId subscriber, Instant requestedAt);
}
