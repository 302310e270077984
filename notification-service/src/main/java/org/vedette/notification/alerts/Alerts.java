package org.vedette.notification.alerts;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All alerts. */
public interface Alerts {

    /** Stores an alert unless it is known; gives the one that is stored now. */
    Mono<Alert> open(Alert alert);

    /** Stores the next state of an alert; false when it has left the state it is thought to be in. */
    Mono<Boolean> replace(Alert known, Alert next);

    Mono<Alert> with(AlertId id);

    Flux<Alert> newest(int limit);
}
