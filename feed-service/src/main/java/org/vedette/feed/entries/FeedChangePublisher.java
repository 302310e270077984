package org.vedette.feed.entries;

import java.util.Collection;
import reactor.core.publisher.Mono;

/** Tells every instance of this service what changed. */
public interface FeedChangePublisher {

    /** Completes when all instances are going to hear of it. */
    Mono<Void> announce(Collection<FeedChange> changes);
}
