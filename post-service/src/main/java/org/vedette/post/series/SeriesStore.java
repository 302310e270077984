package org.vedette.post.series;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The series in the store. */
public interface SeriesStore {

    /** All series, in no order. */
    Flux<StoredSeries> all();

    /** Adds a series in one atomic write; false, and nothing is written, when its slug is there already. */
    Mono<Boolean> add(StoredSeries series);

    /** Replaces a revision; false, and nothing is written, when that is not the current one. */
    Mono<Boolean> replace(long revision, StoredSeries series);
}
