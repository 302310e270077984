package org.vedette.feed.versions;

import reactor.core.publisher.Mono;

/** Starts rebuilds on this instance. */
public interface Rebuilds {

    /**
     * Begins a rebuild in the background.
     *
     * @param evenIfPostsAreMissing serve what was rebuilt, whatever is missing from it
     * @return the rebuild that has begun; empty when one is running already, here or elsewhere
     */
    Mono<Rebuild> start(boolean evenIfPostsAreMissing);
}
