package org.vedette.notification.alerts;

import reactor.core.publisher.Mono;

/** Decides whether an alert waits for somebody to approve it. */
public interface SecondLook {

    /** No alert waits. */
    SecondLook NONE = (alert, audience) -> Mono.empty();

    /**
     * Holds an alert that somebody has to approve, before anything of it is sent. Repeating it changes nothing.
     *
     * @param audience counts those who want it
     */
    Mono<Void> consider(Alert alert, Mono<Long> audience);
}
