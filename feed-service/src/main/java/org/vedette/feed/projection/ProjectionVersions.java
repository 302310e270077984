package org.vedette.feed.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.WritableEntries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store of projection versions. Every operation fails with {@link EntriesUnavailableException} while the store cannot
 * be reached.
 */
public interface ProjectionVersions {

    /** The registry as it is now. */
    Mono<VersionRegistry> registry();

    /**
     * Replaces the registry by the next one.
     *
     * @return false when another instance replaced it since
     */
    Mono<Boolean> replace(VersionRegistry before, VersionRegistry next);

    /** The entries of one version; there are none before something is saved. */
    WritableEntries entries(String version);

    /** All versions that take up space, in the registry or not. */
    Flux<String> stored();

    /** Frees the space of a version, if it takes up any, and forgets its offsets. */
    Mono<Void> drop(String version);

    /** The offsets of a version; empty when none were ever recorded. */
    default Mono<ProjectedOffsets> offsets(String version) {
        return offsets(List.of(version)).mapNotNull(offsets -> offsets.get(version));
    }

    /** The offsets of those versions for which some were recorded before. */
    Mono<Map<String, ProjectedOffsets>> offsets(Collection<String> versions);

    /** Begins to record offsets of a version, or raises them to those given. */
    Mono<Void> recordOffsets(String version, Map<Integer, Long> next);

    /** Marks versions as incomplete, for as long as they are stored. */
    Mono<Void> markIncomplete(Collection<String> versions);

    /** Raises the offsets of those versions for which some were recorded before. */
    Mono<Void> raiseOffsets(Collection<String> versions, Map<Integer, Long> next);
}
