package org.vedette.post.migration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vedette.post.content.Note;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Posts.ImportedPost;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds posts that were written elsewhere: each once, in one write, under the date that it had, and without a mail to anybody.
 * Refuses as {@link org.vedette.post.publishing.PublishingService} does.
 */
public final class MigrationService {

    private final Posts posts;
    private final SlugAssigner slugs;
    private final PostValidator validator;
    private final ImportEvents events;
    private final Clock clock;
    private final IdGenerator ids;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public MigrationService(
            Posts posts, PostValidator validator, PublicPostMapper publicPosts, Clock clock, IdGenerator ids) {
        this.posts = posts;
        this.slugs = new SlugAssigner(posts);
        this.validator = validator;
        this.events = new ImportEvents(publicPosts, clock, ids);
        this.clock = clock;
        this.ids = ids;
    }

    /** The posts that are here already, by those of the sources that they have. */
    public Mono<Map<String, PostId>> known(Collection<String> sources) {
        return posts.imported(sources);
    }

    /** Empty when there is none. */
    public Mono<Post> find(PostId id) {
        return posts.find(id);
    }

    /** Adds a post; under the first free slug with a number when another post has the one that it asks for. */
    public Mono<Post> add(Migration migration, Caller by, Note note) {
        return Mono.fromSupplier(() -> requestedSlug(migration))
                .flatMap(wanted -> slugs.assign(wanted, slug -> {
                    var post = post(migration, slug);
                    return events.of(post).flatMap(event -> posts.add(imported(migration, post, event, by, note)));
                }));
    }

    /** Signals what would keep a post from being added, and adds nothing; the post is as it would be. */
    public Mono<Post> check(Migration migration) {
        return Mono.fromSupplier(() -> requestedSlug(migration))
                .flatMap(slugs::firstFree)
                .map(slug -> post(migration, slug))
                .flatMap(post -> events.check(post).thenReturn(post));
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

    private ImportedPost imported(Migration migration, Post post, Optional<OutboxEvent> event, Caller by, Note note) {
        var now = clock.instant();
        var info = new RevisionInfo(post.revision(), by.person(), now, note, Set.of());
        var change = new PostChange(post, info);
        return new ImportedPost(
                event.map(change::withEvent).orElse(change),
                Flux.empty(),
                migration.source(),
                by.person().id(),
                now);
    }
}
