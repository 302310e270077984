package org.vedette.feed.entries;

import java.util.Collection;
import java.util.UUID;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where entries are kept. Every operation fails with {@link EntriesUnavailable} while the store cannot be reached. */
public interface Entries {

    /**
     * Keeps what is newer than what is kept.
     *
     * @return whether it was kept; false when the same or a later revision is there already
     */
    Mono<Boolean> keep(Projected projected);

    /** Those of the given posts that are known, in no order. */
    Flux<Projected> find(Collection<UUID> ids);

    /** The heads of those of the given posts that can be read, in no order. */
    Flux<EntryHead> heads(Collection<UUID> ids);

    /** The positions of everything that is kept, in no order. Reads the whole store: for the start only. */
    Flux<Position> positions();
}
