package org.vedette.post.series;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The series in the store. */
public interface SeriesStore {

    /** All series, in no order. */
    Flux<StoredSeries> all();

    /** The slugs of those that were deleted, in no order: the settings must not bring them back. */
    Flux<String> deleted();

    /** Deletes this revision of a series; false, and nothing is written, when it is not the current one. */
    Mono<Boolean> delete(StoredSeries series);

    /** Adds a series in one atomic write; false, and nothing is written, when its slug is there already. */
    Mono<Boolean> add(StoredSeries series);

    /** Replaces a revision; false, and nothing is written, when that is not the current one. */
    Mono<Boolean> replace(long revision, StoredSeries series);
}
