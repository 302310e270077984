package org.vedette.post.outbox;

import reactor.core.publisher.Mono;

/** The way out. */
public interface EventChannel {

    /** Completes when the event is safe on the other side; fails when that is not certain. */
    Mono<Void> send(WaitingEvent event);
}
