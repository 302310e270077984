package org.vedette.feed.entries;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vedette.feed.timeline.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where entries are kept. Every operation fails with {@link EntriesUnavailableException} while the store cannot be reached. */
public interface Entries {

    /**
     * Keeps of each post what is newer than what is kept. When this fails, any part of it may have been kept; doing it
     * again does no harm.
     *
     * @return the posts of which something was kept; of the others the same or a later revision is there already
     */
    Mono<Set<UUID>> save(Collection<? extends ProjectedPost> projected);

    /** Keeps one; false when the same or a later revision is there already. */
    default Mono<Boolean> save(ProjectedPost projected) {
        return save(List.of(projected)).map(kept -> kept.contains(projected.id()));
    }

    /** Those of the given posts that are known, in no order. */
    Flux<ProjectedPost> find(Collection<UUID> ids);

    /** The heads of those of the given posts that can be read, in no order. */
    Flux<EntrySummary> summaries(Collection<UUID> ids);

    /** The positions of everything that is kept, in no order. Reads the whole store: for the start only. */
    Flux<Position> positions();
}
