package org.vedette.feed.editions;

import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where editions are kept. Every operation fails with {@link EntriesUnavailable} while the store cannot be reached. */
public interface Editions {

    /** The catalogue as it is now. */
    Mono<Catalogue> catalogue();

    /**
     * Replaces the catalogue by the next one.
     *
     * @return false when somebody else replaced it since
     */
    Mono<Boolean> replace(Catalogue before, Catalogue next);

    /** The entries of one edition; there are none while nothing was written to it. */
    Entries entries(String edition);

    /** All editions that take up space, in the catalogue or not. */
    Flux<String> stored();

    /** Gives up the space of an edition, if it takes up any. */
    Mono<Void> drop(String edition);
}
