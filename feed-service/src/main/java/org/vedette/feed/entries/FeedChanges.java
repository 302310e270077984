package org.vedette.feed.entries;

import java.util.Collection;
import reactor.core.publisher.Mono;

/** Tells every instance of this service what changed. */
public interface FeedChanges {

    /** Completes when all instances are going to hear of it. */
    Mono<Void> announce(Collection<FeedChanged> changes);
}
