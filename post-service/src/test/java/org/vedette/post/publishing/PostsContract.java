package org.vedette.post.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.post.Submissions;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Note;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Tag;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.Posts.DuePost;
import org.vedette.post.publishing.Posts.ImportedPost;
import org.vedette.post.publishing.PublishingException.AlreadyImportedException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.KeyUsedException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.requests.IdempotencyKey;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The contract of {@link Posts}, run against each implementation. */
public abstract class PostsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String unique = PostsContract.newId().toString();

    protected abstract Posts posts();

    /** The history of the same posts. */
    protected abstract Revisions revisions();

    /** The posts for which the relay was woken. */
    protected abstract List<UUID> woken();

    @Test
    void theRelayIsWokenForAnEventAndForNothingElse() {
        var draft = draft(aSubmission());
        store(draft);
        assertThat(woken()).doesNotContain(draft.id().value());

        storeWithEvent(draft.published(Instant.parse("2026-11-02T09:30:00.123Z")));

        assertThat(woken()).containsOnlyOnce(draft.id().value());
    }

    @Test
    void aStoredDraftIsFoundAsItWas() {
        var draft = draft(aSubmission()
                .tagged("phishing", "loader")
                .inSeries("weekly-phishing-report")
                .covering("2026-06-22", "2026-06-28")
                .in("zh-Hant")
                .telling(new PageMetadata(
                        new CanonicalUrl("https://labs.example/first"),
                        "For engines",
                        "What it says.",
                        "In short.",
                        new SharingImage("/media/0123456789abcdef0123456789abcdef/1200x630.jpg", "A lure")))
                .dated("2016-06-30T10:00:00Z"));

        store(draft);

        assertThat(find(draft.id())).contains(draft);
    }

    @Test
    void aDraftWithNothingButATitleIsFoundAsItWas() {
        var draft = draft(aSubmission().saying("").withoutBylines());

        store(draft);

        assertThat(find(draft.id())).contains(draft);
    }

    @Test
    void aPublishedPostIsFoundAsItWas() {
        var draft = draft(aSubmission());
        var published = draft.published(Instant.parse("2026-11-02T09:30:00.123Z"));
        store(draft);

        storeWithEvent(published);

        assertThat(find(draft.id())).contains(published);
    }

    @Test
    void aCorrectedPostIsFoundAsItWas() {
        var draft = draft(aSubmission());
        var published = draft.published(Instant.parse("2026-11-02T09:30:00.123Z"));
        var notes = List.of(
                new Correction(Instant.parse("2026-11-03T10:00:00.001Z"), "The port was wrong."),
                new Correction(Instant.parse("2026-11-04T10:00:00.002Z"), "So was the name."));
        var corrected = published.revised(draft.content(), draft.slug(), notes, Instant.parse("2026-11-04T10:00:01Z"));
        store(draft);
        storeWithEvent(published);

        storeWithEvent(corrected);

        assertThat(find(draft.id())).contains(corrected);
    }

    @Test
    void anImportedPostIsFoundWithItsHistoryAndItsSource() {
        var draft = draft(aSubmission());
        var published = draft.published(Instant.parse("2016-06-30T10:00:00.123Z"));
        var source = "wordpress:" + newId();

        await(posts().add(imported(draft, published, source)));

        assertThat(find(draft.id())).contains(published);
        assertThat(numbers(draft.id())).containsExactly(2L, 1L);
        assertThat(await(posts().imported(List.of(source, "wordpress:other"))))
                .containsExactly(Map.entry(source, draft.id()));
        assertThat(await(posts().ids().collectList())).containsOnlyOnce(draft.id());
        assertThat(woken()).containsOnlyOnce(draft.id().value());
    }

    @Test
    void aSourceIsImportedOnce() {
        var source = "wordpress:" + newId();
        var first = draft(aSubmission().titled("First " + unique));
        var second = draft(aSubmission().titled("Second " + unique));
        await(posts().add(imported(first, first.published(first.createdAt()), source)));

        var again = posts().add(imported(second, second.published(second.createdAt()), source));

        StepVerifier.create(again).expectError(AlreadyImportedException.class).verify(TIMEOUT);
        assertThat(find(second.id())).isEmpty();
    }

    @Test
    void anImportedPostTakesNoSlugOfAnotherPost() {
        var first = draft(aSubmission());
        store(first);
        var second =
                new Draft(new PostId(newId()), Revision.FIRST, first.slug(), first.content(), null, first.createdAt());

        var taken = posts().add(imported(second, second.published(second.createdAt()), "ghost:" + newId()));

        StepVerifier.create(taken).expectError(SlugTakenException.class).verify(TIMEOUT);
    }

    private static ImportedPost imported(Draft former, Published current, String source) {
        var event = new OutboxEvent(
                newId(),
                Instant.parse("2026-11-02T09:30:00.456Z"),
                new PostPublished(PublicPosts.aPost()
                        .id(current.id().value())
                        .revision(current.revision().value())
                        .build()),
                null);
        return new ImportedPost(
                Changes.to(current, event),
                Flux.just(new StoredRevision(former, Changes.to(former).info())),
                source,
                "ada-1",
                Instant.parse("2026-11-02T09:30:01.456Z"));
    }

    private List<Long> numbers(PostId post) {
        return await(revisions().of(post).map(info -> info.revision().value()).collectList());
    }

    @CanIgnoreReturnValue
    private static <T> T await(Mono<T> operation) {
        return Objects.requireNonNull(operation.block(TIMEOUT));
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        assertThat(find(new PostId(newId()))).isEmpty();
    }

    @Test
    void onlyThePreviousRevisionIsReplaced() {
        var draft = draft(aSubmission());
        var revised = draft.revised(draft.content(), draft.slug(), null);
        store(draft);
        store(revised);

        var late = posts().store(Changes.to(draft.published(draft.createdAt())));

        StepVerifier.create(late)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                StaleRevisionException.class,
                                stale -> assertThat(stale.current()).isEqualTo(revised.revision())))
                .verify(TIMEOUT);
        assertThat(find(draft.id())).contains(revised);
    }

    @Test
    void ofManyConcurrentReplacementsOfARevisionOneSucceeds() {
        var draft = draft(aSubmission());
        store(draft);

        var won = Flux.range(0, 20)
                .flatMap(editor -> posts().store(Changes.to(draft.revised(draft.content(), draft.slug(), null)))
                        .thenReturn(true)
                        .onErrorReturn(StaleRevisionException.class, false))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(won).containsOnlyOnce(true).hasSize(20);
    }

    @Test
    void anUnknownPostCannotBeReplaced() {
        var draft = draft(aSubmission());

        var replaced = posts().store(Changes.to(draft.revised(draft.content(), draft.slug(), null)));

        StepVerifier.create(replaced).expectError(PostNotFoundException.class).verify(TIMEOUT);
    }

    @Test
    void twoPostsCannotHaveTheSameSlug() {
        var first = draft(aSubmission());
        var second = draft(aSubmission(), first.slug());
        store(first);

        var stored = posts().store(Changes.to(second));

        StepVerifier.create(stored).expectError(SlugTakenException.class).verify(TIMEOUT);
        assertThat(find(second.id())).isEmpty();
    }

    @Test
    void aFormerSlugStaysTaken() {
        var draft = draft(aSubmission());
        var published = draft.published(draft.createdAt());
        var moved = published.revised(draft.content(), slug("moved"), List.of(), draft.createdAt());
        store(draft);
        storeWithEvent(published);
        storeWithEvent(moved);

        var stored = posts().store(Changes.to(draft(aSubmission(), draft.slug())));

        StepVerifier.create(stored).expectError(SlugTakenException.class).verify(TIMEOUT);
        StepVerifier.create(posts().taken(List.of(draft.slug(), moved.slug(), slug("free"))))
                .assertNext(taken -> assertThat(taken).containsExactlyInAnyOrder(draft.slug(), moved.slug()))
                .expectComplete()
                .verify(TIMEOUT);
    }

    @Test
    void theFormerSlugOfADraftIsFree() {
        var draft = draft(aSubmission());
        var other = draft(aSubmission(), draft.slug());
        store(draft);
        store(draft.revised(draft.content(), slug("another"), null));

        store(other);

        assertThat(find(other.id())).contains(other);
    }

    @Test
    void postsWhoseNewestEventSaysAnotherAuthorAreFoundByTheName() {
        var name = "Zoe " + newId();
        var stale = draft(aSubmission().by(name, null));
        var current = draft(aSubmission().by(name, null));
        var ofAnother = draft(aSubmission().by(name + " II", null));
        var unpublished = draft(aSubmission().by(name, null));
        Stream.of(stale, current, ofAnother, unpublished).forEach(this::store);
        storeWithEvent(stale.published(stale.createdAt()), name, "zoe-2");
        storeWithEvent(current.published(stale.createdAt()), name, "zoe-2");
        storeWithEvent(ofAnother.published(stale.createdAt()), name + " II", "zoe-2");
        storeWithEvent(current.published(stale.createdAt()).republished(), name, "zoe");

        var found = posts().publishedWithout(new AuthorSlug("zoe"), name)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(found).containsExactly(stale.published(stale.createdAt()));
    }

    @Test
    void postsInAnyStateAreFoundByTagAndByName() {
        var name = "Ada " + UUID.randomUUID();
        var tag = "tag-" + UUID.randomUUID();
        var draft = draft(aSubmission().by(name, "Labs").tagged(tag, "other"));
        var scheduled = draft(aSubmission().by(name, null).tagged(tag));
        var other = draft(aSubmission().by(name + " II", null).tagged(tag + "-2"));
        Stream.of(draft, scheduled, other).forEach(this::store);
        store(scheduled.scheduled(Schedule.at(Instant.parse("2027-01-01T09:00:00.123Z"), true)));

        var tagged = posts().withTag(new Tag(tag))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
        var credited =
                posts().withByline(name).collectList().blockOptional(TIMEOUT).orElseThrow();

        assertThat(tagged).containsExactlyInAnyOrder(draft.id(), scheduled.id());
        assertThat(credited).containsExactlyInAnyOrder(draft.id(), scheduled.id());
    }

    @Test
    void aScheduledPostIsFoundAsItWasAndAmongThoseThatWait() {
        var draft = draft(aSubmission());
        var due = Instant.parse("2027-01-01T09:00:00.123Z");
        var waiting = draft.scheduled(Schedule.at(due, true));
        store(draft);

        store(waiting);

        assertThat(find(draft.id())).contains(waiting);
        assertThat(waiting()).contains(new DuePost(draft.id(), due));
    }

    @Test
    void aScheduleThatFailedOrIsLateOrWasTakenBackDoesNotWait() {
        var failed = draft(aSubmission());
        var late = draft(aSubmission());
        var cancelled = draft(aSubmission());
        var schedule = Schedule.at(Instant.parse("2027-01-01T09:00:00Z"), false);
        Stream.of(failed, late, cancelled).forEach(draft -> {
            store(draft);
            store(draft.scheduled(schedule));
        });

        store(failed.scheduled(schedule).failed("The series is gone."));
        store(late.scheduled(schedule).late());
        store(cancelled.scheduled(schedule).unscheduled());

        assertThat(find(failed.id())).contains(failed.scheduled(schedule).failed("The series is gone."));
        assertThat(find(cancelled.id())).contains(cancelled.scheduled(schedule).unscheduled());
        assertThat(waiting()).extracting(DuePost::id).doesNotContain(failed.id(), late.id(), cancelled.id());
    }

    @Test
    void aWithdrawnPostIsFoundAsItWasAndKeepsItsSlug() {
        var draft = draft(aSubmission());
        var published = draft.published(Instant.parse("2026-11-02T09:30:00.123Z"));
        var withdrawn = published.withdrawn(new Note("It was wrong."), Instant.parse("2026-11-03T09:30:00.123Z"));
        store(draft);
        storeWithEvent(published);

        store(withdrawn);

        assertThat(find(draft.id())).contains(withdrawn);
        StepVerifier.create(posts().store(Changes.to(draft(aSubmission(), draft.slug()))))
                .expectError(SlugTakenException.class)
                .verify(TIMEOUT);
        store(withdrawn.published());
        assertThat(find(draft.id())).contains(withdrawn.published());
    }

    @Test
    void aDeletedDraftHoldsNoSlugAndHasNoHistory() {
        var draft = draft(aSubmission());
        var revised = draft.revised(draft.content(), draft.slug(), null);
        store(draft);
        store(revised);

        StepVerifier.create(posts().delete(draft))
                .expectError(StaleRevisionException.class)
                .verify(TIMEOUT);
        posts().delete(revised).block(TIMEOUT);

        assertThat(find(draft.id())).isEmpty();
        assertThat(history(draft.id())).isEmpty();
        store(draft(aSubmission(), draft.slug()));
    }

    @Test
    void everyRevisionIsKeptWithWhoMadeIt() {
        var draft = draft(aSubmission());
        var revised =
                draft.revised(aSubmission().saying("Another text.").build().content(), draft.slug(), null);
        store(draft);
        store(revised);
        storeWithEvent(revised.published(draft.createdAt()));

        var history = history(draft.id());

        assertThat(history).extracting(info -> info.revision().value()).containsExactly(3L, 2L, 1L);
        assertThat(history).extracting(RevisionInfo::by).containsOnly(Changes.ADA);
        assertThat(history).extracting(RevisionInfo::changed).containsOnly(Set.of(PostField.BODY));
        assertThat(revision(draft.id(), 1)).isEqualTo(draft);
        assertThat(revision(draft.id(), 2)).isEqualTo(revised);
        assertThat(revision(draft.id(), 3)).isEqualTo(revised.published(draft.createdAt()));
        assertThat(posts().writer(draft.id()).block(TIMEOUT)).isEqualTo(Changes.ADA.id());
    }

    @Test
    void twoIssuesWithOnePeriodAreRefusedUnlessSaidTwice() {
        var series = "series-" + newId();
        var first = draft(aSubmission().inSeries(series).covering("2026-06-22", "2026-06-28"));
        var second = draft(aSubmission().inSeries(series).covering("2026-06-22", "2026-06-28"));
        store(first);
        store(second);
        storeWithEvent(first.published(first.createdAt()));
        var published = second.published(second.createdAt());

        StepVerifier.create(posts().store(Changes.to(published, eventOf(published))))
                .expectErrorSatisfies(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                DuplicatePeriodException.class,
                                duplicate -> assertThat(duplicate.other()).isEqualTo(first.id())))
                .verify(TIMEOUT);

        var saidTwice = Changes.to(published, eventOf(published)).asSecondIssue(true);
        assertThat(posts().store(saidTwice).block(TIMEOUT)).isEqualTo(published);
        storeWithEvent(published.republished());
    }

    @Test
    void theUseOfAKeyIsStoredWithThePostAndEachKeyIsUsedOnce() {
        var key = IdempotencyKey.of(Changes.ADA, "create", "key-" + newId(), new byte[] {1});
        var draft = draft(aSubmission());
        assertThat(posts().use(key).blockOptional(TIMEOUT)).isEmpty();

        assertThat(posts().store(Changes.to(draft).withKey(key)).block(TIMEOUT)).isEqualTo(draft);

        var use = posts().use(key).blockOptional(TIMEOUT).orElseThrow();
        assertThat(use.post()).isEqualTo(draft.id());
        assertThat(use.revision()).isEqualTo(Revision.FIRST);
        assertThat(use.fingerprint()).isEqualTo(key.fingerprint());
        StepVerifier.create(posts().store(Changes.to(draft(aSubmission())).withKey(key)))
                .expectError(KeyUsedException.class)
                .verify(TIMEOUT);
        posts().forget(key).block(TIMEOUT);
        assertThat(posts().use(key).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aKeyIsUsedOnceInOnePostToo() {
        var key = IdempotencyKey.of(Changes.ADA, "publish", "key-" + newId(), new byte[] {1});
        var draft = draft(aSubmission());
        store(draft);
        var scheduled = draft.scheduled(Schedule.at(Changes.AT, false));
        assertThat(posts().store(Changes.to(scheduled).withKey(key)).block(TIMEOUT))
                .isEqualTo(scheduled);

        var again = scheduled.rescheduled(Schedule.at(Changes.AT.plusSeconds(1), false));

        StepVerifier.create(posts().store(Changes.to(again).withKey(key)))
                .expectError(KeyUsedException.class)
                .verify(TIMEOUT);
        assertThat(posts().find(draft.id()).block(TIMEOUT)).isEqualTo(scheduled);
    }

    private List<DuePost> waiting() {
        return posts().waiting().collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    private List<RevisionInfo> history(PostId id) {
        return revisions().of(id).collectList().blockOptional(TIMEOUT).orElseThrow();
    }

    private Post revision(PostId id, long number) {
        return revisions()
                .find(id, new Revision(number))
                .blockOptional(TIMEOUT)
                .orElseThrow()
                .post();
    }

    protected static Published published(Draft draft, Instant at) {
        return draft.published(at);
    }

    protected static Published revised(Published post, Instant at) {
        return post.revised(post.content(), post.slug(), post.corrections(), at);
    }

    protected static Draft revised(Draft draft) {
        return draft.revised(draft.content(), draft.slug(), draft.publishAt());
    }

    protected static OutboxEvent eventOf(Published post) {
        var event = new PostPublished(PublicPosts.aPost()
                .id(post.id().value())
                .revision(post.revision().value())
                .build());
        return new OutboxEvent(newId(), post.revisedAt(), event, null);
    }

    protected final Draft draft(Submissions submission) {
        return draft(submission, slug("post-" + newId()));
    }

    protected final void store(Post post) {
        assertThat(posts().store(Changes.to(post)).block(TIMEOUT)).isEqualTo(post);
    }

    protected final void storeWithEvent(Published post) {
        assertThat(posts().store(Changes.to(post, eventOf(post))).block(TIMEOUT))
                .isEqualTo(post);
    }

    private void storeWithEvent(Published post, String name, String author) {
        var event = new PostPublished(PublicPosts.aPost()
                .id(post.id().value())
                .revision(post.revision().value())
                .byAuthor(name, author)
                .build());
        assertThat(posts().store(Changes.to(post, new OutboxEvent(newId(), post.revisedAt(), event, null)))
                        .block(TIMEOUT))
                .isEqualTo(post);
    }

    private Draft draft(Submissions submission, Slug slug) {
        return draft(slug, submission, Instant.parse("2026-11-01T08:00:00.001Z"));
    }

    private static Draft draft(Slug slug, Submissions submission, Instant createdAt) {
        return new Draft(
                new PostId(newId()),
                Revision.FIRST,
                slug,
                submission.build().content(),
                submission.build().publishAt(),
                createdAt);
    }

    private Slug slug(String name) {
        return new Slug(name + "-" + unique);
    }

    private Optional<Post> find(PostId id) {
        return posts().find(id).blockOptional(TIMEOUT);
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
