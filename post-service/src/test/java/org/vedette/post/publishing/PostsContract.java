package org.vedette.post.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.post.Submissions;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Correction;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The contract of {@link Posts}, run against each implementation. */
public abstract class PostsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String unique = PostsContract.newId().toString();

    protected abstract Posts posts();

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
    void whatWasNeverStoredIsNotFound() {
        assertThat(find(new PostId(newId()))).isEmpty();
    }

    @Test
    void onlyThePreviousRevisionIsReplaced() {
        var draft = draft(aSubmission());
        var revised = draft.revised(draft.content(), draft.slug(), null);
        store(draft);
        store(revised);

        var late = posts().store(draft.published(draft.createdAt()));

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
                .flatMap(editor -> posts().store(draft.revised(draft.content(), draft.slug(), null))
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

        var replaced = posts().store(draft.revised(draft.content(), draft.slug(), null));

        StepVerifier.create(replaced).expectError(PostNotFoundException.class).verify(TIMEOUT);
    }

    @Test
    void twoPostsCannotHaveTheSameSlug() {
        var first = draft(aSubmission());
        var second = draft(aSubmission(), first.slug());
        store(first);

        var stored = posts().store(second);

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

        var stored = posts().store(draft(aSubmission(), draft.slug()));

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
    void theNewestPostIsFirstAndNoSummaryHasABody() {
        var farAhead = Instant.parse("2999-01-01T00:00:00Z");
        var older = draft(slug("older"), aSubmission(), farAhead);
        var newer = draft(slug("newer"), aSubmission(), farAhead.plusSeconds(1));
        store(newer);
        store(older);

        var listed = posts().newest(2).collectList().blockOptional(TIMEOUT).orElseThrow();

        assertThat(listed).containsExactly(InMemoryPosts.summary(newer), InMemoryPosts.summary(older));
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
        assertThat(posts().store(post).block(TIMEOUT)).isEqualTo(post);
    }

    protected final void storeWithEvent(Published post) {
        assertThat(posts().store(post, eventOf(post)).block(TIMEOUT)).isEqualTo(post);
    }

    private void storeWithEvent(Published post, String name, String author) {
        var event = new PostPublished(PublicPosts.aPost()
                .id(post.id().value())
                .revision(post.revision().value())
                .byAuthor(name, author)
                .build());
        assertThat(posts().store(post, new OutboxEvent(newId(), post.revisedAt(), event, null))
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
