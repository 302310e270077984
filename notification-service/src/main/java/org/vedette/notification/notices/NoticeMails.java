package org.vedette.notification.notices;

import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** Sends notices. */
public interface NoticeMails {

    /** Requests a mail. Completes when the request is stored and survives crashes; repeating it sends no second mail. */
    Mono<Void> request(Notice notice, AlertId alert, EmailAddress to);
}
