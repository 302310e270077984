package org.vedette.post.restoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.archive.Archived.ArchivedPost;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.migration.ImportEvents;
import org.vedette.post.migration.SlugAssigner;
import org.vedette.post.publishing.PostChange;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Posts.ImportedPost;
import org.vedette.post.publishing.PublishingException.AlreadyImportedException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.publishing.Submission;
import reactor.core.publisher.Mono;

/**
 * Restores posts with their ids, states and revisions. Nobody is mailed about one that was published, now or later: its alert was sent
 * where it was published.
 */
public final class PostRestorer {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);
    private static final String SOURCE = "vedette:";

    private final Posts posts;
    private final SlugAssigner slugs;
    private final PostValidator validator;
    private final ImportEvents events;
    private final Clock clock;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public PostRestorer(Posts posts, PostValidator validator, ImportEvents events, Clock clock) {
        this.posts = posts;
        this.slugs = new SlugAssigner(posts);
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /** A post with what its history begins with. */
    private record Prepared(
            Post post, RevisionInfo info, @Nullable String writer) {

        Prepared at(Slug slug) {
            return new Prepared(PostRestorer.at(post, slug), info, writer);
        }
    }

    Mono<Restored> restore(ArchivedPost archived) {
        var notes = new ArrayList<String>();
        return unlessKnown(
                archived,
                Mono.defer(() -> prepared(archived, notes)
                        .flatMap(prepared ->
                                slugs.assign(prepared.post().slug(), slug -> add(prepared.at(slug), archived, notes)))
                        .map(post -> restored(archived, post, notes))));
    }

    /** What {@link #restore} would answer or signal; a series of the export is not here yet then. */
    Mono<Restored> check(ArchivedPost archived) {
        var notes = new ArrayList<String>();
        return unlessKnown(
                archived,
                Mono.defer(() -> prepared(archived, notes)
                                .flatMap(prepared ->
                                        slugs.firstFree(prepared.post().slug()).map(prepared::at))
                                .flatMap(prepared ->
                                        events.check(prepared.post()).thenReturn(prepared.post()))
                                .map(post -> restored(archived, post, notes)))
                        .onErrorResume(UnknownSeriesException.class, unknown -> withoutItsSeries(archived)));
    }

    private static Mono<Restored> withoutItsSeries(ArchivedPost archived) {
        var series = archived.current().post().content().series();
        return archived.former()
                .then(Mono.just(new Restored(
                        true, archived.id(), List.of("it comes if its series " + series + " comes with the export"))));
    }

    /** Looks first: the history of a post that is here must not get revisions of another one. */
    private Mono<Restored> unlessKnown(ArchivedPost archived, Mono<Restored> otherwise) {
        var known = new Restored(false, archived.id(), List.of());
        return posts.find(archived.id())
                .map(found -> known)
                .switchIfEmpty(otherwise)
                .onErrorResume(AlreadyImportedException.class, meanwhile -> Mono.just(known));
    }

    private static Restored restored(ArchivedPost archived, Post post, List<String> notes) {
        if (!post.slug().equals(archived.current().post().slug())) {
            notes.add("its address is /posts/" + post.slug().value());
        }
        return new Restored(true, post.id(), notes);
    }

    /** Reads all revisions before anything is written, so that a post comes as a whole or not at all. */
    private Mono<Prepared> prepared(ArchivedPost archived, List<String> notes) {
        var current = archived.current();
        validate(current.post());
        return archived.former()
                .filter(former -> former.post().revision().equals(Revision.FIRST))
                .last(current)
                .flatMap(first -> withoutTaken(asOfNow(current.post(), notes), notes)
                        .map(post -> new Prepared(post, current.info(), writer(first))));
    }

    private static @Nullable String writer(StoredRevision first) {
        var by = first.info().by();
        return by == null || !first.post().revision().equals(Revision.FIRST) ? null : by.id();
    }

    private void validate(Post post) {
        var now = clock.instant();
        if (post instanceof Published || post instanceof Scheduled) {
            validator.validateForPublication(post.content());
        }
        var published = post instanceof Withdrawn withdrawn ? withdrawn.last() : post;
        var date = post instanceof Draft draft ? draft.publishAt() : null;
        var submission = published instanceof Published last
                ? new Submission(post.content(), post.slug(), last.publishedAt(), last.corrections())
                : new Submission(post.content(), post.slug(), date, List.of());
        var unused = validator.validate(submission, now);
        times(post)
                .filter(time -> time.isAfter(now.plus(CLOCK_TOLERANCE)))
                .findFirst()
                .ifPresent(future -> {
                    throw new InvalidValueException("has a date in the future, " + future + "; here it is " + now);
                });
    }

    private static Stream<Instant> times(Post post) {
        var created = Stream.of(post.createdAt());
        if (post instanceof Withdrawn withdrawn) {
            return Stream.concat(
                    created, Stream.of(withdrawn.withdrawnAt(), withdrawn.last().revisedAt()));
        }
        return post instanceof Published published ? Stream.concat(created, Stream.of(published.revisedAt())) : created;
    }

    private Post asOfNow(Post post, List<String> notes) {
        if (post instanceof Published published) {
            return published.quietly();
        }
        if (post instanceof Withdrawn withdrawn) {
            return new Withdrawn(withdrawn.last().quietly(), withdrawn.reason(), withdrawn.withdrawnAt());
        }
        return post instanceof Scheduled scheduled && scheduled.isWaiting() ? asOfNow(scheduled, notes) : post;
    }

    private Post asOfNow(Scheduled post, List<String> notes) {
        var schedule = post.schedule();
        if (schedule.publishAt().isAfter(clock.instant())) {
            notes.add("it is published here at " + schedule.publishAt() + ", as it was scheduled");
            return post;
        }
        notes.add("it was to be published at " + schedule.publishAt() + ": schedule it again");
        var late = new Schedule(schedule.publishAt(), schedule.isQuiet(), Schedule.State.LATE, null);
        return new Scheduled(post.id(), post.revision(), post.slug(), post.content(), post.createdAt(), late);
    }

    /** Without former slugs that lead to other posts here. */
    private Mono<Post> withoutTaken(Post post, List<String> notes) {
        return post.formerSlugs().isEmpty()
                ? Mono.just(post)
                : posts.taken(post.formerSlugs()).map(taken -> {
                    taken.forEach(slug ->
                            notes.add("its former address /posts/" + slug.value() + " stays with another post"));
                    return without(post, taken);
                });
    }

    private static Post without(Post post, Set<Slug> taken) {
        var former = post.formerSlugs().stream()
                .filter(slug -> !taken.contains(slug))
                .toList();
        return post instanceof Withdrawn withdrawn
                ? new Withdrawn(at(withdrawn.last(), post.slug(), former), withdrawn.reason(), withdrawn.withdrawnAt())
                : at((Published) post, post.slug(), former);
    }

    private static Post at(Post post, Slug slug) {
        if (post instanceof Draft draft) {
            return new Draft(
                    post.id(),
                    post.revision(),
                    slug,
                    post.content(),
                    draft.publishAt(),
                    post.createdAt(),
                    draft.isReady());
        }
        if (post instanceof Scheduled scheduled) {
            return new Scheduled(
                    post.id(), post.revision(), slug, post.content(), post.createdAt(), scheduled.schedule());
        }
        return post instanceof Withdrawn withdrawn
                ? new Withdrawn(
                        at(withdrawn.last(), slug, post.formerSlugs()), withdrawn.reason(), withdrawn.withdrawnAt())
                : at((Published) post, slug, post.formerSlugs());
    }

    private static Published at(Published post, Slug slug, List<Slug> former) {
        return new Published(
                post.id(),
                post.revision(),
                slug,
                former,
                post.content(),
                post.corrections(),
                post.createdAt(),
                post.publishedAt(),
                post.revisedAt(),
                post.isQuiet());
    }

    private Mono<Post> add(Prepared prepared, ArchivedPost archived, List<String> notes) {
        return events.of(prepared.post()).flatMap(event -> {
            var plain = new PostChange(prepared.post(), prepared.info());
            var change = event.map(plain::withEvent).orElse(plain);
            return posts.add(imported(change, prepared, archived))
                    .onErrorResume(DuplicatePeriodException.class, other -> {
                        notes.add("another post is an issue of the same period");
                        return posts.add(imported(change.asSecondIssue(true), prepared, archived));
                    });
        });
    }

    private ImportedPost imported(PostChange change, Prepared prepared, ArchivedPost archived) {
        return new ImportedPost(change, archived.former(), SOURCE + archived.id(), prepared.writer(), clock.instant());
    }
}
