package org.vedette.feed.entries.updates;

import reactor.core.publisher.Mono;

/** Loads the timeline of this instance from the store. */
public interface TimelineLoader {

    Mono<Void> load();
}
