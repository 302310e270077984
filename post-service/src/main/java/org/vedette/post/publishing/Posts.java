package org.vedette.post.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Tag;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.requests.IdempotencyKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All posts. An operation that is refused signals a {@link PublishingException}, and nothing was written. After any other
 * failure, such as an outage of the store, it is unknown whether the store wrote.
 */
public interface Posts {

    /** Empty when there is none. */
    Mono<Post> find(PostId id);

    /** The id of the person who wrote a post; empty when there is no such post, or an earlier version stored it. */
    Mono<String> writer(PostId id);

    /**
     * The published posts that have a byline with a name, and whose newest event says another author of it, or none; in no
     * order.
     */
    Flux<Published> publishedWithout(AuthorSlug author, String name);

    /** The posts in any state that have a tag, in no order. */
    Flux<PostId> withTag(Tag tag);

    /** The posts in any state that have a byline with a name, in no order. */
    Flux<PostId> withByline(String name);

    /** Those of the given slugs that a post has or had. */
    Mono<Set<Slug>> taken(Collection<Slug> slugs);

    /** The posts whose schedules wait, in no order. */
    Flux<DuePost> waiting();

    /** The request that used a key; empty when none did. */
    Mono<KeyUse> use(IdempotencyKey key);

    /** Forgets a key that is not valid any more. */
    Mono<Void> forget(IdempotencyKey key);

    /**
     * Stores a revision and its event in one atomic write: a first revision is inserted, a later one replaces the revision
     * before it, which is kept in the history first. The relay is woken when there is an event.
     *
     * @return the stored post; {@code SlugTakenException}, {@code StaleRevisionException}, {@code PostNotFoundException},
     *     {@code BodyTooLargeException}, {@code OutboxFullException}, {@code DuplicatePeriodException} or {@code
     *     KeyUsedException} when it is refused
     */
    Mono<Post> store(PostChange change);

    /**
     * Adds a post that an import brings: its former revisions first, then its current one with its event, in one atomic write.
     *
     * @return the stored post; {@code AlreadyImportedException}, {@code SlugTakenException}, {@code DuplicatePeriodException}
     *     or {@code BodyTooLargeException} when it is refused
     */
    Mono<Post> add(ImportedPost post);

    /** The ids of all posts, in no order. */
    Flux<PostId> ids();

    /** The posts that an import brought before, by those of the given sources that they have. */
    Mono<Map<String, PostId>> imported(Collection<String> sources);

    /** Deletes this revision of a draft, with its history; {@code StaleRevisionException} when it changed. */
    Mono<Void> delete(Draft draft);

    /**
     * A post with a schedule.
     *
     * @param at when it is due
     */
    record DuePost(PostId id, Instant at) {}

    /**
     * The use of an idempotency key.
     *
     * @param revision what the request made of the post
     */
    record KeyUse(PostId post, Revision revision, String fingerprint, Instant at) {}

    /**
     * A post as an import brings it.
     *
     * @param current its newest revision; has an event unless the post was never public
     * @param former the revisions before, oldest first; none when the import knows none
     * @param source names the post in the archive that it comes from; no two posts have the same
     * @param writer id of the person who wrote it; null when nobody knows
     * @param at when it is brought
     */
    record ImportedPost(
            PostChange current,
            Flux<StoredRevision> former,
            String source,
            @Nullable String writer,
            Instant at) {}
}
