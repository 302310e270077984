package org.vedette.post.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.post.content.Note;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.FreeSlugs;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Posts.ImportedPost;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Adds posts that were written elsewhere: each once, in one write, under the date that it had, and without a mail to anybody.
 * Refuses as {@link org.vedette.post.publishing.PublishingService} does.
 */
public final class MigrationService {

    private static final int MAX_SLUG_ATTEMPTS = 100;
    private static final Retry WHEN_BUSY = Retry.backoff(10, Duration.ofMillis(50))
            .filter(RenderingBusyException.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final Posts posts;
    private final FreeSlugs freeSlugs;
    private final PostValidator validator;
    private final PublicPostMapper publicPosts;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public MigrationService(
            Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        this.posts = posts;
        this.freeSlugs = new FreeSlugs(posts);
        this.validator = validator;
        this.publicPosts = publicPosts;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those of the sources whose posts are here already. */
    public Mono<Set<String>> known(Collection<String> sources) {
        return posts.sources(sources);
    }

    /** Adds a post; under the first free slug with a number when another post has the one that it asks for. */
    public Mono<Post> add(Migration migration, Caller by, Note note) {
        return underFreeSlug(migration, slug -> {
            var post = post(migration, slug);
            return event(post)
                    .flatMap(event -> posts.add(new ImportedPost(
                            change(post, event.orElse(null), by, note), List.of(), migration.source())));
        });
    }

    /** Signals what would keep a post from being added, and adds nothing; the post is as it would be. */
    public Mono<Post> check(Migration migration) {
        return Mono.defer(() -> freeSlugs.firstFree(requestedSlug(migration)))
                .map(slug -> post(migration, slug))
                .flatMap(post -> publicPosts(post).thenReturn(post));
    }

    private Mono<Void> publicPosts(Post post) {
        return post instanceof Published published
                ? publicPosts.check(published).retryWhen(WHEN_BUSY)
                : Mono.empty();
    }

    private Mono<Post> underFreeSlug(Migration migration, Function<Slug, Mono<Post>> add) {
        var wanted = Mono.fromSupplier(() -> requestedSlug(migration));
        return wanted.flatMap(slug -> add.apply(slug)
                .onErrorResume(
                        SlugTakenException.class,
                        taken -> Mono.defer(() -> freeSlugs.firstFree(slug))
                                .flatMap(add)
                                .retryWhen(Retry.max(MAX_SLUG_ATTEMPTS)
                                        .filter(SlugTakenException.class::isInstance)
                                        .onRetryExhaustedThrow((spec, last) -> last.failure()))));
    }

    private Slug requestedSlug(Migration migration) {
        var submission = migration.submission();
        var now = clock.instant();
        return Optional.ofNullable(submission.slug())
                .or(() -> Slug.of(submission.content().title()))
                .orElseGet(() -> Slug.of(
                        new PostId(ids.next()),
                        Optional.ofNullable(submission.publishAt()).orElse(now)));
    }

    private Post post(Migration migration, Slug slug) {
        var now = clock.instant();
        var valid = validator.validate(migration.submission(), now);
        var id = new PostId(ids.next());
        var date = Optional.ofNullable(valid.publishAt());
        var createdAt =
                latest(Optional.ofNullable(migration.createdAt()).or(() -> date).orElse(now), now);
        if (migration.isDraft()) {
            return new Draft(id, Revision.FIRST, slug, valid.content(), valid.publishAt(), createdAt);
        }
        validator.validateForPublication(valid.content());
        var publishedAt = date.orElse(createdAt);
        var revisedAt = Optional.ofNullable(migration.revisedAt())
                .filter(publishedAt::isBefore)
                .orElse(publishedAt);
        return new Published(
                id,
                Revision.FIRST,
                slug,
                List.of(),
                valid.content(),
                valid.corrections(),
                createdAt,
                publishedAt,
                latest(revisedAt, now),
                true);
    }

    private static Instant latest(Instant date, Instant now) {
        return date.isAfter(now) ? now : date;
    }

    private Mono<Optional<PostEvent>> event(Post post) {
        return post instanceof Published published
                ? publicPosts.map(published).retryWhen(WHEN_BUSY).map(mapped -> Optional.of(new PostPublished(mapped)))
                : Mono.just(Optional.empty());
    }

    private PostChange change(Post post, @Nullable PostEvent event, Caller by, Note note) {
        var info = new RevisionInfo(post.revision(), by.person(), clock.instant(), note, Set.of());
        var change = new PostChange(post, info);
        return event == null ? change : change.withEvent(outboxEvent(event));
    }

    private OutboxEvent outboxEvent(PostEvent event) {
        return new OutboxEvent(ids.next(), clock.instant(), event, null);
    }
}
