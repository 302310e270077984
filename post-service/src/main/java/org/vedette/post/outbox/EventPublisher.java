package org.vedette.post.outbox;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Publishes events to the message broker. */
public interface EventPublisher {

    /** Completes when the broker has stored the event on all in-sync replicas; fails when that is not certain. */
    Mono<Void> publish(PendingEvent event);

    /** The time after which an event is no longer in flight: it is delivered, or it failed. */
    Duration sendTimeout();
}
