package org.vedette.post.publishing;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.outbox.OutboxEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All posts. An operation that is refused signals a {@link PublishingException}, and nothing was written. After any other
 * failure, such as an outage of the store, it is unknown whether the store wrote.
 */
public interface Posts {

    /** Empty when there is none. */
    Mono<Post> find(PostId id);

    /** The posts created last, newest first. */
    Flux<PostSummary> newest(int limit);

    /**
     * The published posts that have a byline with a name, and whose newest event says another author of it, or none; in no
     * order.
     */
    Flux<Published> publishedWithout(AuthorSlug author, String name);

    /** Those of the given slugs that a post has or had. */
    Mono<Set<Slug>> taken(Collection<Slug> slugs);

    /**
     * Stores a post and its event in one atomic write: a first revision is inserted, a later one replaces the revision
     * before it. The relay is woken when there is an event.
     *
     * @param event added to the outbox of the post; null when the change is not public
     * @return the stored post; {@code SlugTakenException}, {@code StaleRevisionException}, {@code PostNotFoundException},
     *     {@code BodyTooLargeException} or {@code OutboxFullException} when it is refused
     */
    Mono<Post> store(Post post, @Nullable OutboxEvent event);

    /** Stores a post without an event. */
    default Mono<Post> store(Post post) {
        return store(post, null);
    }
}
