package org.vedette.feed.projection;

import reactor.core.publisher.Mono;

/** Starts rebuilds on this instance. */
public interface RebuildStarter {

    /**
     * Begins a rebuild in the background.
     *
     * @return the rebuild that has begun; empty when one is running already, here or elsewhere
     */
    Mono<Rebuild> start(MissingPosts policy);
}
