package org.vedette.post.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.manuscript.Correction;
import org.vedette.post.outbox.Announcement;
import org.vedette.post.outbox.OutboxSignal;
import org.vedette.post.outbox.Trace;
import org.vedette.post.publishing.Refusal.AlreadyPublished;
import org.vedette.post.publishing.Refusal.FieldError;
import org.vedette.post.publishing.Refusal.InvalidPost;
import org.vedette.post.publishing.Refusal.SlugTaken;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.post.publishing.Refusal.UnknownPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * What an editor can do with a post. Whatever is refused ends in a {@link Refusal}, and nothing was written; only after
 * {@code StoreUnavailable} it may have been, with the store's answer lost.
 */
public final class PublishingService {

    private static final int LOST_RACES = 100;

    private final Posts posts;
    private final FreeSlugs freeSlugs;
    private final Press press;
    private final Stamps stamps;
    private final OutboxSignal outbox;

    public PublishingService(Posts posts, Press press, Stamps stamps, OutboxSignal outbox) {
        this.posts = posts;
        this.freeSlugs = new FreeSlugs(posts);
        this.press = press;
        this.stamps = stamps;
        this.outbox = outbox;
    }

    public Mono<Post> find(PostId id) {
        return posts.find(id).switchIfEmpty(Mono.error(() -> new UnknownPost(id.toString())));
    }

    /** The posts created last, newest first. */
    public Flux<Listing> newest(int limit) {
        return posts.newest(limit);
    }

    /** Makes a draft. */
    public Mono<Post> draft(Submission submission) {
        return Mono.defer(() -> {
            press.accept(submission, stamps.now());
            refuseCorrection(submission.correction());
            PostId id = new PostId(stamps.nextId());
            Instant now = stamps.now();
            return underFreeSlug(
                    submission,
                    null,
                    slug -> new Draft(id, Revision.FIRST, slug, submission.manuscript(), submission.publishAt(), now));
        });
    }

    /** Replaces what the editor wrote; readers of a published post are told. */
    public Mono<Post> revise(PostId id, Optional<Revision> expected, Submission submission) {
        return Mono.defer(() -> {
            press.accept(submission, stamps.now());
            return current(id, expected)
                    .flatMap(post -> post instanceof Published published
                            ? revise(published, submission)
                            : revise((Draft) post, submission));
        });
    }

    /** Makes a draft public. */
    public Mono<Post> publish(PostId id, Optional<Revision> expected) {
        return current(id, expected).flatMap(post -> {
            if (post instanceof Draft draft) {
                Published published = draft.published(stamps.now());
                return announce(published, () -> new PostPublished(press.print(published)));
            }
            return Mono.error(new AlreadyPublished());
        });
    }

    private Mono<Post> revise(Draft draft, Submission submission) {
        refuseCorrection(submission.correction());
        return underFreeSlug(
                submission, draft.slug(), slug -> draft.revised(submission.manuscript(), slug, submission.publishAt()));
    }

    private Mono<Post> revise(Published post, Submission submission) {
        Instant date = submission.publishAt();
        if (date != null && !date.equals(post.publishedAt())) {
            throw invalid("publishAt", "cannot change: a published post keeps its date");
        }
        Slug slug = Optional.ofNullable(submission.slug()).orElse(post.slug());
        Published revised = post.revised(submission.manuscript(), slug, stamps.now());
        return announce(revised, () -> new PostRevised(press.print(revised), text(submission.correction())));
    }

    private Mono<Post> underFreeSlug(Submission submission, @Nullable Slug present, Function<Slug, Draft> draft) {
        Slug wanted = submission.slug();
        if (wanted != null) {
            return posts.store(Change.quiet(draft.apply(wanted)));
        }
        Slug plain = Slug.of(submission.manuscript().title());
        if (present != null && present.isVariantOf(plain)) {
            return posts.store(Change.quiet(draft.apply(present)));
        }
        return Mono.defer(() -> freeSlugs.firstFree(plain))
                .flatMap(slug -> posts.store(Change.quiet(draft.apply(slug))))
                .retryWhen(Retry.max(LOST_RACES)
                        .filter(SlugTaken.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private Mono<Post> announce(Published post, Supplier<PostEvent> event) {
        // A long body takes its time to render, which is no work for an event loop.
        return Mono.fromSupplier(event)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(printed -> Mono.deferContextual(context -> posts.store(new Change(
                        post, new Announcement(stamps.nextId(), stamps.now(), printed, Trace.parent(context))))))
                .doOnNext(stored -> outbox.wake(stored.id().value()));
    }

    private Mono<Post> current(PostId id, Optional<Revision> expected) {
        return find(id).flatMap(post -> expected.isEmpty() || expected.get().equals(post.revision())
                ? Mono.just(post)
                : Mono.error(new StaleRevision(post.revision())));
    }

    private static void refuseCorrection(@Nullable Correction correction) {
        if (correction != null) {
            throw invalid("correction", "is for the readers of a published post: leave it out of a draft");
        }
    }

    private static @Nullable String text(@Nullable Correction correction) {
        return correction == null ? null : correction.value();
    }

    private static InvalidPost invalid(String field, String message) {
        return new InvalidPost(List.of(new FieldError(field, message)));
    }
}
