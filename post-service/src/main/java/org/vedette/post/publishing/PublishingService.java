package org.vedette.post.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PublicPost;
import org.vedette.post.content.Correction;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.TraceContext;
import org.vedette.post.publishing.PublishingException.AlreadyPublishedException;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.Submission.Change;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The use cases of an editor. An operation that is refused signals a {@link PublishingException}, and nothing was written.
 * After any other failure, such as an outage of the store, it is unknown whether the store wrote.
 */
public final class PublishingService {

    private static final int MAX_SLUG_ATTEMPTS = 100;
    private static final int MAX_READ_ATTEMPTS = 10;

    private final Posts posts;
    private final FreeSlugs freeSlugs;
    private final PostValidator validator;
    private final PublicPostMapper publicPosts;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public PublishingService(
            Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        this.posts = posts;
        this.freeSlugs = new FreeSlugs(posts);
        this.validator = validator;
        this.publicPosts = publicPosts;
        this.clock = clock;
        this.ids = ids;
    }

    public Mono<Post> find(PostId id) {
        return posts.find(id).switchIfEmpty(Mono.error(() -> new PostNotFoundException(id.toString())));
    }

    /** The posts created last, newest first. */
    public Flux<PostSummary> newest(int limit) {
        return posts.newest(limit);
    }

    /** Creates a draft. */
    public Mono<Post> draft(Submission submission) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var valid = validator.validate(submission, now);
            refuseCorrections(valid);
            var id = new PostId(ids.next());
            return underFreeSlug(
                    valid,
                    null,
                    Slug.of(id, now),
                    slug -> posts.store(new Draft(id, Revision.FIRST, slug, valid.content(), valid.publishAt(), now)));
        });
    }

    /**
     * Changes a post; a published one is published again. A change that changes nothing makes no revision.
     *
     * @param expected the revision that is changed; empty for the current one, whichever it is when the change is stored
     */
    public Mono<Post> revise(PostId id, Optional<Revision> expected, Change change) {
        return Mono.defer(() -> find(id))
                .flatMap(post -> requireRevision(post, expected))
                .flatMap(post -> revise(post, change))
                .retryWhen(retries(expected.isEmpty() ? MAX_READ_ATTEMPTS : 0));
    }

    /**
     * Publishes a draft. A post that was published already is refused as such, whatever revision is expected: the
     * precondition does not count where the request would fail without it (RFC 9110 §13.2.1).
     */
    public Mono<Post> publish(PostId id, Optional<Revision> expected) {
        return Mono.defer(() -> find(id))
                .flatMap(post -> post instanceof Published
                        ? Mono.error(new AlreadyPublishedException())
                        : requireRevision(post, expected))
                .flatMap(post -> publish((Draft) post))
                .retryWhen(retries(expected.isEmpty() ? MAX_READ_ATTEMPTS : 1));
    }

    /**
     * Publishes a post again as it is, because its public form changed by itself; signals a {@link StaleRevisionException}
     * when another request changed it meanwhile.
     */
    public Mono<Post> republish(Published post) {
        return storeWithEvent(post.republished(), publicPost -> new PostRevised(publicPost, null));
    }

    private Mono<Post> publish(Draft draft) {
        return storeWithEvent(draft.published(clock.instant()), PostPublished::new);
    }

    /** Reads a post again that another request changed between the read and the write. */
    private static Retry retries(int max) {
        return Retry.max(max)
                .filter(StaleRevisionException.class::isInstance)
                .onRetryExhaustedThrow((spec, last) -> last.failure());
    }

    private Mono<Post> revise(Post post, Change change) {
        var now = clock.instant();
        var submission = validator.validate(change.of(post, now), now);
        return post instanceof Published published
                ? revise(published, submission, now)
                : revise((Draft) post, submission);
    }

    private Mono<Post> revise(Draft draft, Submission submission) {
        refuseCorrections(submission);
        return underFreeSlug(submission, draft.slug(), Slug.of(draft.id(), draft.createdAt()), slug -> {
            var revised = draft.revised(submission.content(), slug, submission.publishAt());
            return revised.hasSubmissionOf(draft) ? Mono.just(draft) : posts.store(revised);
        });
    }

    private Mono<Post> revise(Published post, Submission submission, Instant now) {
        var date = submission.publishAt();
        if (date != null && !date.equals(post.publishedAt())) {
            throw new InvalidPostException("publishAt", "cannot change: a published post keeps its date");
        }
        var slug = Optional.ofNullable(submission.slug()).orElse(post.slug());
        var revised = post.revised(submission.content(), slug, submission.corrections(), now);
        if (revised.hasSubmissionOf(post)) {
            return Mono.just(post);
        }
        var correction = revised.correctionSince(post).map(Correction::text).orElse(null);
        return storeWithEvent(revised, publicPost -> new PostRevised(publicPost, correction));
    }

    /** Stores a draft under the slug of the submission, else under the first free slug of its title. */
    private Mono<Post> underFreeSlug(
            Submission submission, @Nullable Slug currentSlug, Slug ofNoTitle, Function<Slug, Mono<Post>> store) {
        var requested = submission.slug();
        if (requested != null) {
            return store.apply(requested);
        }
        var ofTitle = Slug.of(submission.content().title()).orElse(ofNoTitle);
        if (currentSlug != null && currentSlug.isVariantOf(ofTitle)) {
            return store.apply(currentSlug);
        }
        // Another draft may take the slug between the search and the write.
        return Mono.defer(() -> freeSlugs.firstFree(ofTitle))
                .flatMap(store)
                .retryWhen(Retry.max(MAX_SLUG_ATTEMPTS)
                        .filter(SlugTakenException.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private Mono<Post> storeWithEvent(Published post, Function<PublicPost, PostEvent> event) {
        return Mono.fromRunnable(() -> validator.validateForPublication(post.content()))
                .then(publicPosts.map(post))
                .map(event)
                .flatMap(created -> Mono.deferContextual(context -> posts.store(
                        post,
                        new OutboxEvent(ids.next(), clock.instant(), created, TraceContext.traceparent(context)))));
    }

    private static Mono<Post> requireRevision(Post post, Optional<Revision> expected) {
        return expected.isEmpty() || expected.get().equals(post.revision())
                ? Mono.just(post)
                : Mono.error(new StaleRevisionException(post.revision()));
    }

    private static void refuseCorrections(Submission submission) {
        if (!submission.corrections().isEmpty()) {
            throw new InvalidPostException(
                    "corrections", "are for the readers of a published post: leave them out of a draft");
        }
    }
}
