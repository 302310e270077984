package org.vedette.post.publishing;

import java.util.Collection;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All posts. Whatever cannot be done ends in a {@link Refusal}. */
public interface Posts {

    /** Empty when there is none. */
    Mono<Post> find(PostId id);

    /** The posts created last, newest first. */
    Flux<Listing> newest(int limit);

    /** Those of the given slugs that a post has or had. */
    Mono<Set<Slug>> taken(Collection<Slug> slugs);

    /**
     * Stores a post and its announcement in one write: a first revision is added, a later one replaces the revision
     * before it.
     *
     * @return the stored post; {@code SlugTaken}, {@code StaleRevision}, {@code UnknownPost}, {@code BodyTooLarge}
     *     or {@code OutboxFull} when nothing was written; {@code StoreUnavailable} when nobody knows
     */
    Mono<Post> store(Change change);
}
