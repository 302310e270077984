package org.vedette.feed.versions;

import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where editions are kept. Every operation fails with {@link EntriesUnavailableException} while the store cannot be reached. */
public interface ProjectionVersions {

    /** The catalogue as it is now. */
    Mono<VersionRegistry> catalogue();

    /**
     * Replaces the catalogue by the next one.
     *
     * @return false when somebody else replaced it since
     */
    Mono<Boolean> replace(VersionRegistry before, VersionRegistry next);

    /** The entries of one edition; there are none while nothing was written to it. */
    Entries entries(String edition);

    /** All editions that take up space, in the catalogue or not. */
    Flux<String> stored();

    /** Gives up the space of an edition, if it takes up any. */
    Mono<Void> drop(String edition);
}
