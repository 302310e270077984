package org.vedette.notification.alerts;

import reactor.core.publisher.Mono;

/** The way from the planner to the sender. */
public interface Mailings {

    /** Completes when the mailing can no longer be lost. */
    Mono<Void> send(Mailing mailing);
}
