package org.vedette.post.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.post.Submissions;
import org.vedette.post.outbox.Announcement;
import org.vedette.post.publishing.Refusal.SlugTaken;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.post.publishing.Refusal.UnknownPost;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every implementation of {@link Posts} promises. */
public abstract class PostsContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String unique = PostsContract.newId().toString();

    protected abstract Posts posts();

    @Test
    void aStoredDraftIsFoundAsItWas() {
        Draft draft = draft(aSubmission()
                .tagged("phishing", "loader")
                .inSeries("weekly-phishing-report")
                .covering("2026-06-22", "2026-06-28")
                .dated("2016-06-30T10:00:00Z"));

        store(Change.quiet(draft));

        assertThat(find(draft.id())).contains(draft);
    }

    @Test
    void aDraftWithNothingButATitleIsFoundAsItWas() {
        Draft draft = draft(aSubmission().saying("").byNobody());

        store(Change.quiet(draft));

        assertThat(find(draft.id())).contains(draft);
    }

    @Test
    void aPublishedPostIsFoundAsItWas() {
        Draft draft = draft(aSubmission());
        Published published = draft.published(Instant.parse("2026-11-02T09:30:00.123Z"));
        store(Change.quiet(draft));

        store(announced(published));

        assertThat(find(draft.id())).contains(published);
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        assertThat(find(new PostId(newId()))).isEmpty();
    }

    @Test
    void onlyTheRevisionBeforeIsReplaced() {
        Draft draft = draft(aSubmission());
        Draft revised = draft.revised(draft.manuscript(), draft.slug(), null);
        store(Change.quiet(draft));
        store(Change.quiet(revised));

        Mono<Post> late = posts().store(Change.quiet(draft.published(draft.createdAt())));

        StepVerifier.create(late)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                StaleRevision.class,
                                stale -> assertThat(stale.current()).isEqualTo(revised.revision())))
                .verify(PATIENCE);
        assertThat(find(draft.id())).contains(revised);
    }

    @Test
    void ofManyWhoReplaceTheSameRevisionOneWins() {
        Draft draft = draft(aSubmission());
        store(Change.quiet(draft));

        List<Boolean> won = Flux.range(0, 20)
                .flatMap(editor -> posts().store(Change.quiet(draft.revised(draft.manuscript(), draft.slug(), null)))
                        .thenReturn(true)
                        .onErrorReturn(StaleRevision.class, false))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(won).containsOnlyOnce(true).hasSize(20);
    }

    @Test
    void aPostThatIsNotThereCannotBeReplaced() {
        Draft draft = draft(aSubmission());

        Mono<Post> replaced = posts().store(Change.quiet(draft.revised(draft.manuscript(), draft.slug(), null)));

        StepVerifier.create(replaced).expectError(UnknownPost.class).verify(PATIENCE);
    }

    @Test
    void twoPostsCannotHaveTheSameSlug() {
        Draft first = draft(aSubmission());
        Draft second = draft(aSubmission(), first.slug());
        store(Change.quiet(first));

        Mono<Post> stored = posts().store(Change.quiet(second));

        StepVerifier.create(stored).expectError(SlugTaken.class).verify(PATIENCE);
        assertThat(find(second.id())).isEmpty();
    }

    @Test
    void aFormerSlugStaysTaken() {
        Draft draft = draft(aSubmission());
        Published published = draft.published(draft.createdAt());
        Published moved = published.revised(draft.manuscript(), slug("moved"), draft.createdAt());
        store(Change.quiet(draft));
        store(announced(published));
        store(announced(moved));

        Mono<Post> stored = posts().store(Change.quiet(draft(aSubmission(), draft.slug())));

        StepVerifier.create(stored).expectError(SlugTaken.class).verify(PATIENCE);
        StepVerifier.create(posts().taken(List.of(draft.slug(), moved.slug(), slug("free"))))
                .assertNext(taken -> assertThat(taken).containsExactlyInAnyOrder(draft.slug(), moved.slug()))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void theSlugADraftGaveUpIsFree() {
        Draft draft = draft(aSubmission());
        Draft other = draft(aSubmission(), draft.slug());
        store(Change.quiet(draft));
        store(Change.quiet(draft.revised(draft.manuscript(), slug("another"), null)));

        store(Change.quiet(other));

        assertThat(find(other.id())).contains(other);
    }

    @Test
    void theNewestPostComesFirstAndNoneWithItsBody() {
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        Draft older = draft(slug("older"), aSubmission(), farAhead);
        Draft newer = draft(slug("newer"), aSubmission(), farAhead.plusSeconds(1));
        store(Change.quiet(newer));
        store(Change.quiet(older));

        List<Listing> listed =
                posts().newest(2).collectList().blockOptional(PATIENCE).orElseThrow();

        assertThat(listed).containsExactly(InMemoryPosts.listing(newer), InMemoryPosts.listing(older));
    }

    protected static Published published(Draft draft, Instant at) {
        return draft.published(at);
    }

    protected static Published revised(Published post, Instant at) {
        return post.revised(post.manuscript(), post.slug(), at);
    }

    protected static Draft revised(Draft draft) {
        return draft.revised(draft.manuscript(), draft.slug(), draft.publishAt());
    }

    protected static Change announced(Published post) {
        PostPublished event = new PostPublished(PublicPosts.aPost()
                .id(post.id().value())
                .revision(post.revision().value())
                .build());
        return new Change(post, new Announcement(newId(), post.revisedAt(), event, null));
    }

    protected final Draft draft(Submissions submission) {
        return draft(submission, slug("post-" + newId()));
    }

    protected final void store(Change change) {
        assertThat(posts().store(change).block(PATIENCE)).isEqualTo(change.post());
    }

    private Draft draft(Submissions submission, Slug slug) {
        return draft(slug, submission, Instant.parse("2026-11-01T08:00:00.001Z"));
    }

    private static Draft draft(Slug slug, Submissions submission, Instant createdAt) {
        return new Draft(
                new PostId(newId()),
                Revision.FIRST,
                slug,
                submission.build().manuscript(),
                submission.build().publishAt(),
                createdAt);
    }

    private Slug slug(String name) {
        return new Slug(name + "-" + unique);
    }

    private Optional<Post> find(PostId id) {
        return posts().find(id).blockOptional(PATIENCE);
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
