package org.vedette.feed.entries;

import java.util.Collection;
import reactor.core.publisher.Mono;

/** Tells every instance of this service what changed. */
public interface FeedChangePublisher {

    /** Completes when the broker has the changes. */
    Mono<Void> publish(Collection<FeedChange> changes);
}
