package org.vedette.post.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostPublished;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Schedule.State;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.Publication;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Submission;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PostSchedulerTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final Instant DUE = NOW.plus(Duration.ofMinutes(10));
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final IdGenerator IDS = Generators.timeBasedEpochGenerator()::generate;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicInteger renderings = new AtomicInteger();
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final PostValidator validator =
            new PostValidator(new SeriesRegistry(List.of()), 1000, picture -> Mono.just(true));
    private final PublicPostMapper publicPosts = new PublicPostMapper(
            new SeriesRegistry(List.of()),
            this::render,
            new AuthorService(new InMemoryAuthorNames(), Flux::empty, clock),
            Schedulers.immediate());
    private final PublishingService publishing =
            new PublishingService(posts, posts, validator, publicPosts, clock, IDS);
    private final PublicationService publications =
            new PublicationService(posts, posts, validator, publicPosts, clock, IDS);
    private final PostScheduler scheduler = new PostScheduler(posts, publications, clock);

    @Test
    void aPostIsPublishedUnderThePromisedDateWhenItsTimeHasCome() {
        var post = scheduled(aSubmission().build());
        run();
        assertThat(current(post)).isEqualTo(post);

        now.set(DUE.plusMillis(300));
        run();

        assertThat(current(post))
                .isInstanceOfSatisfying(
                        Published.class,
                        published -> assertThat(published.publishedAt()).isEqualTo(DUE));
        assertThat(posts.events())
                .hasSize(1)
                .first()
                .satisfies(event -> assertThat(event.event()).isInstanceOf(PostPublished.class));
    }

    @Test
    void aPostThatCannotBePublishedKeepsTheReasonAndIsNotTriedAgain() {
        var post = scheduled(aSubmission().build());
        var before = renderings.get();
        failure.set(new UnrenderableMarkdownException("is too much for us"));
        now.set(DUE);

        run();
        run();

        assertThat(current(post)).isInstanceOfSatisfying(Scheduled.class, failed -> {
            assertThat(failed.schedule().state()).isEqualTo(State.FAILED);
            assertThat(failed.schedule().reason()).isEqualTo("The field body is too much for us.");
        });
        assertThat(renderings.get() - before).isEqualTo(1);
        assertThat(posts.events()).isEmpty();
    }

    @Test
    void aDefectOfOursThatAPostLeadsToKeepsNoOtherFromBeingPublished() {
        var bad = scheduled(aSubmission().saying("bad").build());
        var good = scheduled(aSubmission().build());
        failure.set(new IllegalArgumentException("a defect"));
        now.set(DUE);

        run();
        run();

        assertThat(current(bad))
                .isInstanceOfSatisfying(
                        Scheduled.class,
                        failed -> assertThat(failed.schedule().state()).isEqualTo(State.FAILED));
        assertThat(current(good)).isInstanceOf(Published.class);
    }

    @Test
    void afterAnOutageThePostIsPublished() {
        var post = scheduled(aSubmission().saying("bad").build());
        failure.set(new IllegalStateException("the store is unavailable"));
        now.set(DUE);
        run();
        assertThat(current(post)).isEqualTo(post);

        failure.set(null);
        run();

        assertThat(current(post)).isInstanceOf(Published.class);
    }

    @Test
    void postsThatAlwaysFailKeepNoOtherFromBeingPublished() {
        failure.set(new IllegalStateException("cannot be read"));
        var bad = IntStream.range(0, 120)
                .mapToObj(number -> scheduled(
                        aSubmission().titled("Bad " + number).saying("bad").build(), DUE.minusSeconds(60)))
                .toList();
        now.set(DUE);
        run();
        run();
        var good = scheduled(aSubmission().build(), DUE.plusSeconds(10));
        now.set(DUE.plusSeconds(10));

        run();
        run();

        assertThat(current(good)).isInstanceOf(Published.class);
        failure.set(null);
        run();
        run();
        assertThat(bad).allSatisfy(post -> assertThat(current(post)).isInstanceOf(Published.class));
    }

    @Test
    void aPostThatIsMoreThanAnHourLateWaitsForAnEditor() {
        var post = scheduled(aSubmission().build());
        now.set(DUE.plus(Duration.ofHours(1)).plusMillis(1));

        run();

        assertThat(current(post))
                .isInstanceOfSatisfying(
                        Scheduled.class,
                        late -> assertThat(late.schedule().state()).isEqualTo(State.LATE));
        assertThat(posts.events()).isEmpty();
        publications
                .publish(post.id(), Optional.empty(), Publication.NOW, Changes.BY_EDITOR)
                .block(TIMEOUT);
        assertThat(current(post))
                .isInstanceOfSatisfying(
                        Published.class,
                        published -> assertThat(published.publishedAt()).isEqualTo(now.get()));
    }

    @Test
    void ofTwoSchedulersOnePublishesEachPost() {
        var all = IntStream.range(0, 50)
                .mapToObj(number ->
                        scheduled(aSubmission().titled("Post " + number).build()))
                .toList();
        now.set(DUE);
        var other = new PostScheduler(posts, publications, clock);

        Flux.just(scheduler, other)
                .flatMap(each -> Mono.fromRunnable(() -> run(each)).subscribeOn(Schedulers.boundedElastic()))
                .blockLast(TIMEOUT);

        assertThat(all).allSatisfy(post -> assertThat(current(post)).isInstanceOf(Published.class));
        assertThat(posts.events()).hasSize(50);
    }

    private RenderedBody render(String markdown) {
        renderings.incrementAndGet();
        var present = failure.get();
        if (present != null && (markdown.equals("bad") || present instanceof UnrenderableMarkdownException)) {
            throw present;
        }
        return new RenderedBody(markdown, markdown, markdown);
    }

    private Scheduled scheduled(Submission submission) {
        return scheduled(submission, DUE);
    }

    private Scheduled scheduled(Submission submission, Instant due) {
        var present = failure.getAndSet(null);
        try {
            return stored(submission, due);
        } finally {
            failure.set(present);
        }
    }

    private Scheduled stored(Submission submission, Instant due) {
        return publishing
                .draft(submission, Changes.BY_EDITOR)
                .flatMap(draft -> publications.publish(
                        draft.id(), Optional.empty(), new Publication(due, false), Changes.BY_EDITOR))
                .cast(Scheduled.class)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private void run() {
        run(scheduler);
    }

    private static void run(PostScheduler scheduler) {
        try {
            scheduler.stopWaiting();
            scheduler.publishDue();
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
    }

    private Post current(Post post) {
        return posts.find(post.id()).blockOptional(TIMEOUT).orElseThrow();
    }
}
