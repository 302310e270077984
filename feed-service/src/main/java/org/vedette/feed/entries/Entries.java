package org.vedette.feed.entries;

import java.util.Collection;
import java.util.UUID;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;

/** Reads entries. Every operation fails with {@link EntriesUnavailableException} while the store cannot be reached. */
public interface Entries {

    /** Those of the given posts that are known, in no order. */
    Flux<ProjectedPost> find(Collection<UUID> ids);

    /** Summaries of those of the given posts that can be read, in no order. */
    Flux<EntrySummary> summaries(Collection<UUID> ids);

    /** The positions of all posts, in no order. Reads the whole store: for the start only. */
    Flux<Position> positions();
}
