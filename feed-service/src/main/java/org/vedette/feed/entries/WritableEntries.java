package org.vedette.feed.entries;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The entries of one projection version. */
public interface WritableEntries extends Entries {

    /**
     * Saves of each post what is newer than what is stored. When this fails, any part of it may have been saved; saving it
     * again does no harm.
     *
     * @return the posts of which something was saved; of the others the same or a later revision is there already
     */
    Mono<Set<UUID>> save(Collection<? extends ProjectedPost> posts);

    /** Saves one; false when the same or a later revision is there already. */
    default Mono<Boolean> save(ProjectedPost post) {
        return save(List.of(post)).map(saved -> saved.contains(post.id()));
    }
}
