package org.vedette.post.series;

import reactor.core.publisher.Mono;

/** Says how many posts belong to a series. */
@FunctionalInterface
public interface SeriesUsage {

    /** In any state. */
    Mono<Long> posts(String slug);
}
