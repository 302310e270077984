package org.vedette.post.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostRevised;
import org.vedette.post.content.Correction;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.publishing.AccessRules.SecondPersonRule;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.post.publishing.Submission.Change;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The use cases of those who write. An operation that is refused signals a {@link PublishingException}, and nothing was
 * written. After any other failure, such as an outage of the store, it is unknown whether the store wrote.
 */
public final class PublishingService {

    private static final int MAX_SLUG_ATTEMPTS = 100;

    private final Posts posts;
    private final FreeSlugs freeSlugs;
    private final PostValidator validator;
    private final ChangeWriter changes;
    private final PostRequests requests;
    private final AccessRules access;
    private final SecondPersonRule secondPerson;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public PublishingService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        this.posts = posts;
        this.freeSlugs = new FreeSlugs(posts);
        this.validator = validator;
        this.changes = new ChangeWriter(posts, validator, publicPosts, clock, ids);
        this.requests = new PostRequests(posts, revisions, clock);
        this.access = new AccessRules(posts);
        this.secondPerson = new SecondPersonRule(revisions, validator);
        this.clock = clock;
        this.ids = ids;
    }

    public Mono<Post> find(PostId id, Caller caller) {
        return requests.find(id).flatMap(post -> access.requireReadable(post, caller));
    }

    /** Creates a draft. */
    public Mono<Post> draft(Submission submission, Edit edit) {
        return requests.once(edit.key(), Mono.defer(() -> create(submission, edit)));
    }

    private Mono<Post> create(Submission submission, Edit edit) {
        var now = clock.instant();
        var valid = validator.validate(submission, now);
        refuseCorrections(valid);
        return validator
                .validatePicture(valid.content(), null)
                .then(Mono.defer(() -> create(valid, new PostId(ids.next()), now, edit)));
    }

    private Mono<Post> create(Submission valid, PostId id, Instant now, Edit edit) {
        return underFreeSlug(
                valid,
                null,
                Slug.of(id, now),
                slug -> changes.create(
                        new Draft(id, Revision.FIRST, slug, valid.content(), valid.publishAt(), now), edit));
    }

    /**
     * Changes a post; a published one is published again. A change that changes nothing makes no revision.
     *
     * @param expected the revision that is changed; empty for the current one, whichever it is when the change is stored
     */
    public Mono<Post> revise(PostId id, Optional<Revision> expected, Change change, Edit edit) {
        return requests.whileOvertaken(
                id,
                expected,
                0,
                requests.find(id)
                        .flatMap(post -> access.requireEditable(post, edit.by()))
                        .flatMap(post -> PostRequests.requireRevision(post, expected))
                        .flatMap(post -> revise(post, change, edit)));
    }

    /** Says whether a draft waits for an editor to publish it; saying so again makes no revision. */
    public Mono<Post> markReady(PostId id, Optional<Revision> expected, boolean ready, Edit edit) {
        return requests.whileOvertaken(
                id,
                expected,
                0,
                requests.find(id)
                        .flatMap(post -> access.requireEditable(post, edit.by()))
                        .flatMap(post -> PostRequests.requireRevision(post, expected))
                        .flatMap(post -> markReady(post, ready, edit)));
    }

    private Mono<Post> markReady(Post post, boolean ready, Edit edit) {
        if (!(post instanceof Draft draft)) {
            return Mono.error(WrongStateException.notReviewed());
        }
        return draft.isReady() == ready ? Mono.just(draft) : changes.store(draft, draft.readyForReview(ready), edit);
    }

    /** Deletes a draft with its history; its slug becomes free. */
    public Mono<Void> delete(PostId id, Optional<Revision> expected, Edit edit) {
        return requests.whileOvertaken(
                id,
                expected,
                0,
                requests.find(id)
                        .flatMap(post -> access.requireEditable(post, edit.by()))
                        .flatMap(post -> PostRequests.requireRevision(post, expected))
                        .flatMap(this::delete));
    }

    private Mono<Void> delete(Post post) {
        return post instanceof Draft draft
                ? posts.delete(draft)
                : Mono.error(WrongStateException.notADraft(PostField.status(post)));
    }

    /**
     * Publishes a post again as it is, because its public form changed by itself; signals a {@code StaleRevisionException}
     * when another request changed it meanwhile.
     */
    public Mono<Post> republish(Published post, String task) {
        return changes.publish(
                post, post.republished(), published -> new PostRevised(published, null), Edit.by(Caller.service(task)));
    }

    private Mono<Post> revise(Post post, Change change, Edit edit) {
        var now = clock.instant();
        var requested = change.of(post, now);
        return validator
                .validatePicture(requested.content(), post.content())
                .then(Mono.defer(() -> reviseTo(requested, post, now, edit)));
    }

    private Mono<Post> reviseTo(Submission requested, Post post, Instant now, Edit edit) {
        if (post instanceof Scheduled scheduled) {
            return revise(scheduled, validator.validate(ofSchedule(requested, scheduled), now), edit);
        }
        var submission = validator.validate(requested, now);
        if (post instanceof Withdrawn withdrawn) {
            return revise(withdrawn, submission, now, edit);
        }
        return post instanceof Published published
                ? revise(published, submission, now, edit)
                : revise((Draft) post, submission, edit);
    }

    private Mono<Post> revise(Draft draft, Submission submission, Edit edit) {
        refuseCorrections(submission);
        return underFreeSlug(submission, draft.slug(), Slug.of(draft.id(), draft.createdAt()), slug -> {
            var revised = draft.revised(submission.content(), slug, submission.publishAt());
            return revised.hasSubmissionOf(draft) ? Mono.just(draft) : changes.store(draft, revised, edit);
        });
    }

    private Mono<Post> revise(Scheduled post, Submission submission, Edit edit) {
        refuseCorrections(submission);
        var revised = post.revised(submission.content(), slug(submission, post));
        if (revised.hasSubmissionOf(post)) {
            return Mono.just(post);
        }
        return requireSecondPerson(post, revised, edit).then(Mono.defer(() -> changes.schedule(post, revised, edit)));
    }

    /** A post that becomes an issue of another series is published there as if it was published now. */
    private Mono<Void> requireSecondPerson(Post before, Post revised, Edit edit) {
        return Objects.equals(before.content().series(), revised.content().series())
                ? Mono.empty()
                : secondPerson.require(revised, edit.by());
    }

    /** The date of a schedule is in the future, where that of a submission may not be. */
    private static Submission ofSchedule(Submission submission, Scheduled post) {
        var date = submission.publishAt();
        if (date != null && !date.equals(post.schedule().publishAt())) {
            throw new InvalidPostException(
                    "publishAt", "is when the post is published: POST /api/posts/{id}/publication changes it");
        }
        return submission.undated();
    }

    private Mono<Post> revise(Published post, Submission submission, Instant now, Edit edit) {
        requireSameDate(submission, post);
        var revised = post.revised(submission.content(), slug(submission, post), submission.corrections(), now);
        if (revised.hasSubmissionOf(post)) {
            return Mono.just(post);
        }
        var correction = revised.correctionSince(post).map(Correction::text).orElse(null);
        return requireSecondPerson(post, revised, edit)
                .then(Mono.defer(() -> changes.publish(
                        post,
                        revised,
                        published -> new PostRevised(published, correction, correction != null && edit.tellsAlerted()),
                        edit)));
    }

    private Mono<Post> revise(Withdrawn post, Submission submission, Instant now, Edit edit) {
        requireSameDate(submission, post.last());
        var revised = post.revised(submission.content(), slug(submission, post), submission.corrections(), now);
        if (revised.hasSubmissionOf(post)) {
            return Mono.just(post);
        }
        // The address of a post that the public must not see does not even say that it was withdrawn.
        return revised.content().tlp() == post.content().tlp()
                ? changes.store(post, revised, edit)
                : changes.storeWithEvent(post, revised, PublicPostMapper.map(revised, false), edit);
    }

    private static void requireSameDate(Submission submission, Published post) {
        var date = submission.publishAt();
        if (date != null && !date.equals(post.publishedAt())) {
            throw new InvalidPostException("publishAt", "cannot change: a published post keeps its date");
        }
    }

    private static Slug slug(Submission submission, Post post) {
        return Optional.ofNullable(submission.slug()).orElse(post.slug());
    }

    /**
     * Stores a draft under the slug of the submission, else under the first free slug of its title, which mostly is free: it is
     * searched for only when it is not.
     */
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
        return Mono.defer(() -> store.apply(ofTitle))
                .onErrorResume(SlugTakenException.class, taken -> underNumberedSlug(ofTitle, store));
    }

    /** Another draft may take the slug between the search and the write. */
    private Mono<Post> underNumberedSlug(Slug ofTitle, Function<Slug, Mono<Post>> store) {
        return Mono.defer(() -> freeSlugs.firstFree(ofTitle))
                .flatMap(store)
                .retryWhen(Retry.max(MAX_SLUG_ATTEMPTS)
                        .filter(SlugTakenException.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    private static void refuseCorrections(Submission submission) {
        if (!submission.corrections().isEmpty()) {
            throw new InvalidPostException(
                    "corrections", "are for the readers of a published post: leave them out of a draft");
        }
    }
}
