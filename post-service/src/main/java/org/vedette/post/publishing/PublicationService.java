package org.vedette.post.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostPublished;
import org.vedette.post.content.Note;
import org.vedette.post.history.Revisions;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.publishing.AccessRules.SecondPersonRule;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Mono;

/** Publishes, schedules and withdraws posts; refuses as {@link PublishingService} does. */
public final class PublicationService {

    /** Older news is an archive that moves, and no reason to mail anybody. */
    private static final Duration MAX_AGE_OF_NEWS = Duration.ofDays(1);

    private static final int MAX_YEARS_AHEAD = 5;

    private final ChangeWriter changes;
    private final PostRequests requests;
    private final SecondPersonRule secondPerson;
    private final Clock clock;

    /** @param clock must tick in milliseconds: the store keeps no more */
    public PublicationService(
            Posts posts,
            Revisions revisions,
            PostValidator validator,
            PublicPostMapper publicPosts,
            Clock clock,
            IdGenerator ids) {
        this.changes = new ChangeWriter(posts, validator, publicPosts, clock, ids);
        this.requests = new PostRequests(posts, revisions, clock);
        this.secondPerson = new SecondPersonRule(revisions, validator);
        this.clock = clock;
    }

    /**
     * Publishes or schedules a post. One that is published already is refused as such, whatever revision is expected: the
     * precondition does not count where the request would fail without it (RFC 9110 §13.2.1).
     */
    public Mono<Post> publish(PostId id, Optional<Revision> expected, Publication publication, Edit edit) {
        return Mono.fromRunnable(() -> AccessRules.requireEditor(edit.by()))
                .then(requests.whileOvertaken(
                        id,
                        expected,
                        1,
                        requests.once(
                                edit.key(),
                                requests.find(id)
                                        .flatMap(post -> post instanceof Published
                                                ? Mono.error(WrongStateException.alreadyPublished())
                                                : PostRequests.requireRevision(post, expected))
                                        .flatMap(post -> publish(post, publication, edit)))));
    }

    /** Takes a post back: a scheduled one becomes a draft, a published one is withdrawn with a reason for its readers. */
    public Mono<Post> withdraw(PostId id, Optional<Revision> expected, @Nullable Note reason, Edit edit) {
        return Mono.fromRunnable(() -> AccessRules.requireEditor(edit.by()))
                .then(requests.whileOvertaken(
                        id,
                        expected,
                        0,
                        requests.find(id)
                                .flatMap(post -> PostRequests.requireRevision(post, expected))
                                .flatMap(post -> withdraw(post, reason, edit))));
    }

    /** Publishes a post whose time has come. Two replicas may do so at once; the revision lets one succeed. */
    public Mono<Post> publishDue(Scheduled post, String task) {
        return publish(post, post.published(), Edit.by(Caller.service(task)));
    }

    /** Notes that a post was not published by its schedule. */
    public Mono<Post> notPublished(Scheduled post, Scheduled after, String task) {
        return changes.store(post, after, Edit.by(Caller.service(task)));
    }

    private Mono<Post> publish(Post post, Publication publication, Edit edit) {
        var now = clock.instant();
        var date = publication.publishAt();
        if (post instanceof Withdrawn withdrawn) {
            requireNoDate(date);
            return secondPerson
                    .require(withdrawn, edit.by())
                    .then(Mono.defer(() -> publish(withdrawn, withdrawn.published(), edit)));
        }
        return secondPerson
                .require(post, edit.by())
                .then(Mono.defer(() -> date != null && PostValidator.isFuture(date, now)
                        ? schedule(post, date, publication, edit)
                        : publishNow(post, date == null || date.isBefore(now) ? date : now, publication, edit)));
    }

    private static void requireNoDate(@Nullable Instant date) {
        if (date != null) {
            throw new InvalidPostException(
                    "publishAt", "must be left out: a post that was withdrawn comes back under its first date");
        }
    }

    private Mono<Post> schedule(Post post, Instant date, Publication publication, Edit edit) {
        var latest = clock.instant()
                .atZone(ZoneOffset.UTC)
                .plusYears(MAX_YEARS_AHEAD)
                .toInstant();
        if (date.isAfter(latest)) {
            throw new InvalidPostException("publishAt", "must not be more than " + MAX_YEARS_AHEAD + " years ahead");
        }
        var schedule = Schedule.at(date, publication.isQuiet(post));
        var scheduled =
                post instanceof Draft draft ? draft.scheduled(schedule) : ((Scheduled) post).rescheduled(schedule);
        return changes.schedule(post, scheduled, edit);
    }

    private Mono<Post> publishNow(Post post, @Nullable Instant date, Publication publication, Edit edit) {
        var now = clock.instant();
        if (date != null && date.isBefore(Instant.EPOCH)) {
            throw new InvalidPostException("publishAt", "must not be before 1970");
        }
        var published = post instanceof Draft draft
                ? (date == null ? draft : draft.dated(date)).published(now)
                : ((Scheduled) post).published(date == null ? now : date);
        var isOld = published.publishedAt().isBefore(now.minus(MAX_AGE_OF_NEWS));
        return publish(post, published.withQuiet(publication.isQuiet(post) || isOld), edit);
    }

    private Mono<Post> publish(Post before, Published published, Edit edit) {
        return changes.publish(before, published, PostPublished::new, edit);
    }

    private Mono<Post> withdraw(Post post, @Nullable Note reason, Edit edit) {
        if (post instanceof Scheduled scheduled) {
            return changes.store(scheduled, scheduled.unscheduled(), edit);
        }
        if (post instanceof Published published) {
            var withdrawn = published.withdrawn(reason, clock.instant());
            return changes.storeWithEvent(post, withdrawn, PublicPostMapper.map(withdrawn, edit.tellsAlerted()), edit);
        }
        return Mono.error(
                post instanceof Withdrawn
                        ? WrongStateException.alreadyWithdrawn()
                        : WrongStateException.notPublished());
    }
}
