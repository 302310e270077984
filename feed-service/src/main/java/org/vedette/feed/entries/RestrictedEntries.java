package org.vedette.feed.entries;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Reads posts as they are, whatever their labels. For answers to those only who may see them; everything else reads
 * {@link Entries}.
 */
@FunctionalInterface
public interface RestrictedEntries {

    /**
     * The entry of a post; empty when it was withdrawn. Fails with {@link EntriesUnavailableException} while the store cannot be
     * reached.
     */
    Mono<Entry> find(UUID id);
}
