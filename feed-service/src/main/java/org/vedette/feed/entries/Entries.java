package org.vedette.feed.entries;

import java.util.Collection;
import java.util.UUID;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Flux;

/**
 * Reads entries. What serves the public reads those of {@code ServedEntries}, where a restricted post is a {@link Tombstone}.
 * Every operation fails with {@link EntriesUnavailableException} while the store cannot be reached.
 */
public interface Entries {

    /** How many entries {@link #all} reads at once. */
    int READ_AT_ONCE = 100;

    /** Those of the given posts that are stored and can be read, in no order. */
    Flux<ProjectedPost> find(Collection<UUID> ids);

    /**
     * The given posts, in no order, without those that are stored and cannot be read. Fails with
     * {@link EntriesUnavailableException} when one is not stored, so that nothing incomplete is shown or cached as if the
     * blog had no more.
     */
    Flux<ProjectedPost> get(Collection<UUID> ids);

    /** All posts of a timeline like {@link #get}, a few at a time, so that no page waits for one long read. */
    default Flux<ProjectedPost> all(Timeline timeline) {
        return Flux.fromStream(() -> timeline.all().map(Position::id))
                .buffer(READ_AT_ONCE)
                .concatMap(ids -> get(ids).collectList())
                .flatMapIterable(found -> found, 1);
    }

    /** Summaries of the given posts like {@link #get}, without those that are not shown. */
    Flux<EntrySummary> summaries(Collection<UUID> ids);

    /** The positions of all posts, in no order. Reads the whole store: for the start only. */
    Flux<Position> positions();
}
