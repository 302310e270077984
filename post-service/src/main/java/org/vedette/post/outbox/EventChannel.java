package org.vedette.post.outbox;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** The way out. */
public interface EventChannel {

    /** Completes when the event is safe on the other side; fails when that is not certain. */
    Mono<Void> send(WaitingEvent event);

    /** After this time no event is on its way any more: it is there, or it was given up. */
    Duration longestSend();
}
