package org.vedette.post.publishing;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The use cases of an editor. An operation that is refused signals a {@link PublishingException}, and nothing was written.
 * After any other failure, such as an outage of the store, it is unknown whether the store wrote.
 */
public final class PublishingService {

    private static final int MAX_SLUG_ATTEMPTS = 100;
    private static final int MAX_WAITING = 200;

    /** Leaves processors to the requests that render nothing. */
    private static final Scheduler RENDERING = Schedulers.newBoundedElastic(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_WAITING, "rendering", 60, true);

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
            validator.validate(submission, now);
            refuseCorrection(submission.correction());
            var id = new PostId(ids.next());
            return storeUnderFreeSlug(
                    submission,
                    null,
                    Slug.of(id, now),
                    slug -> new Draft(id, Revision.FIRST, slug, submission.content(), submission.publishAt(), now));
        });
    }

    /** Replaces the content of a post; that of a published one is published again. */
    public Mono<Post> revise(PostId id, Optional<Revision> expected, Submission submission) {
        return Mono.defer(() -> {
            validator.validate(submission, clock.instant());
            return current(id, expected)
                    .flatMap(post -> post instanceof Published published
                            ? revise(published, submission)
                            : revise((Draft) post, submission));
        });
    }

    /** Publishes a draft. */
    public Mono<Post> publish(PostId id, Optional<Revision> expected) {
        return current(id, expected).flatMap(post -> {
            if (post instanceof Draft draft) {
                var published = draft.published(clock.instant());
                return storeWithEvent(published, () -> new PostPublished(publicPost(published)));
            }
            return Mono.error(new AlreadyPublishedException());
        });
    }

    private Mono<Post> revise(Draft draft, Submission submission) {
        refuseCorrection(submission.correction());
        return storeUnderFreeSlug(
                submission,
                draft.slug(),
                Slug.of(draft.id(), draft.createdAt()),
                slug -> draft.revised(submission.content(), slug, submission.publishAt()));
    }

    private Mono<Post> revise(Published post, Submission submission) {
        var date = submission.publishAt();
        if (date != null && !date.equals(post.publishedAt())) {
            throw new InvalidPostException("publishAt", "cannot change: a published post keeps its date");
        }
        var slug = Optional.ofNullable(submission.slug()).orElse(post.slug());
        var revised = post.revised(submission.content(), slug, clock.instant());
        return storeWithEvent(revised, () -> new PostRevised(publicPost(revised), text(submission.correction())));
    }

    private PublicPost publicPost(Published post) {
        validator.validateForPublication(post.content());
        return publicPosts.map(post);
    }

    /** Stores a draft under the slug of the submission, else under the first free slug of its title. */
    private Mono<Post> storeUnderFreeSlug(
            Submission submission, @Nullable Slug currentSlug, Slug ofNoTitle, Function<Slug, Draft> draft) {
        var requested = submission.slug();
        if (requested != null) {
            return posts.store(draft.apply(requested));
        }
        var ofTitle = Slug.of(submission.content().title()).orElse(ofNoTitle);
        if (currentSlug != null && currentSlug.isVariantOf(ofTitle)) {
            return posts.store(draft.apply(currentSlug));
        }
        // Another draft may take the slug between the search and the write.
        return Mono.defer(() -> freeSlugs.firstFree(ofTitle))
                .flatMap(slug -> posts.store(draft.apply(slug)))
                .retryWhen(Retry.max(MAX_SLUG_ATTEMPTS)
                        .filter(SlugTakenException.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private Mono<Post> storeWithEvent(Published post, Supplier<PostEvent> event) {
        // Rendering a long body takes long enough to hold up an event loop.
        return Mono.fromSupplier(event)
                .subscribeOn(RENDERING)
                .onErrorMap(RejectedExecutionException.class, full -> new RenderingBusyException())
                .flatMap(created -> Mono.deferContextual(context -> posts.store(
                        post,
                        new OutboxEvent(ids.next(), clock.instant(), created, TraceContext.traceparent(context)))));
    }

    private Mono<Post> current(PostId id, Optional<Revision> expected) {
        return find(id).flatMap(post -> expected.isEmpty() || expected.get().equals(post.revision())
                ? Mono.just(post)
                : Mono.error(new StaleRevisionException(post.revision())));
    }

    private static void refuseCorrection(@Nullable Correction correction) {
        if (correction != null) {
            throw new InvalidPostException(
                    "correction", "is for the readers of a published post: leave it out of a draft");
        }
    }

    private static @Nullable String text(@Nullable Correction correction) {
        return correction == null ? null : correction.value();
    }
}
