package org.vedette.notification.alerts;

import reactor.core.publisher.Mono;

/** The channel from the planner to the senders. */
public interface Mailings {

    /** Sends a mailing; completes when it is stored durably. */
    Mono<Void> send(Mailing mailing);
}
