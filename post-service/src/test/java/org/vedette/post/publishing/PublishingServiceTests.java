package org.vedette.post.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.Submissions;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.publishing.PublishingException.BodyTooLargeException;
import org.vedette.post.publishing.PublishingException.FieldError;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingException.UnknownSeriesException;
import org.vedette.post.publishing.PublishingException.WrongStateException;
import org.vedette.post.requests.IdempotencyKey;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.starter.telemetry.TraceContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PublishingServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BODY = 1000;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryAuthorNames names = new InMemoryAuthorNames();
    private final SeriesRegistry series =
            new SeriesRegistry(List.of(new Series("weekly-phishing-report", "Weekly Phishing Report", Cadence.WEEKLY)));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final PostValidator validator = new PostValidator(series, MAX_BODY, picture -> Mono.just(true));
    private final PublicPostMapper publicPosts = new PublicPostMapper(
            series,
            PublishingServiceTests::render,
            new AuthorService(names, Flux::empty, clock),
            Schedulers.immediate());
    private final IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
    private final PublishingService publishing =
            new PublishingService(posts, posts, validator, publicPosts, clock, ids);
    private final PublicationService publications =
            new PublicationService(posts, posts, validator, publicPosts, clock, ids);

    @Test
    void aDraftHasNoEvent() {
        var draft = draft(aSubmission());

        assertThat(draft).isInstanceOf(Draft.class);
        assertThat(posts.events()).isEmpty();
    }

    @Test
    void aPublicationStoresAnEventWithTheWholePublicPost() {
        var draft = draft(aSubmission()
                .titled("Week 26")
                .saying("Three lures.")
                .tagged("phishing")
                .inSeries("weekly-phishing-report")
                .in("pt-BR")
                .covering("2026-06-22", "2026-06-28"));

        var published = publish(draft);

        var event = (PostPublished) posts.events().get(0).event();
        assertThat(event.revision()).isEqualTo(2).isEqualTo(published.revision().value());
        assertThat(event.post().slug()).isEqualTo("week-26");
        assertThat(event.post().language()).isEqualTo("pt-BR");
        assertThat(event.post().html()).isEqualTo("<p>Three lures.</p>");
        assertThat(event.post().series())
                .isEqualTo(new org.vedette.events.Series("weekly-phishing-report", "Weekly Phishing Report"));
        assertThat(event.post().publishedAt())
                .isEqualTo(NOW)
                .isEqualTo(event.post().revisedAt());
    }

    @Test
    void anEventCarriesTheSlugThatWasChosenForEachAuthor() {
        publish(draft(aSubmission().withoutBylines().by("Zoë", null)));
        publish(draft(aSubmission().withoutBylines().by("Zoe", "Labs")));

        var bylines = posts.events().stream()
                .map(event -> ((PostPublished) event.event()).post().bylines().get(0));

        assertThat(bylines)
                .containsExactly(
                        new org.vedette.events.Byline("Zoë", null, "zoe", List.of()),
                        new org.vedette.events.Byline("Zoe", "Labs", "zoe-2", List.of()));
    }

    @Test
    void noSlugIsChosenForTheAuthorOfADraftOrOfAPostThatIsRefused() {
        var draft = draft(aSubmission().withoutBylines().by("Zoë", null).saying(" "));

        assertThatExceptionOfType(InvalidPostException.class).isThrownBy(() -> publish(draft));

        assertThat(names.all().map(AuthorName::name).collectList().block(TIMEOUT))
                .isEmpty();
    }

    @Test
    void aPostIsPublishedAgainAsItIs() {
        var published = (Published) publish(draft(aSubmission()));

        var again = (Published) publishing.republish(published, "Test").block(TIMEOUT);

        var event = (PostRevised) posts.events().get(1).event();
        assertThat(again).isEqualTo(published.republished());
        assertThat(event.revision()).isEqualTo(3);
        assertThat(event.correction()).isNull();
        assertThat(event.post().revisedAt()).isEqualTo(published.revisedAt());
        assertThatExceptionOfType(StaleRevisionException.class)
                .isThrownBy(() -> publishing.republish(published, "Test").block(TIMEOUT));
    }

    @Test
    void aPostFromAnArchiveKeepsItsDate() {
        var draft = draft(aSubmission().dated("2016-06-30T10:00:00Z"));

        var published = (Published) publish(draft);

        assertThat(published.publishedAt()).isEqualTo("2016-06-30T10:00:00Z");
    }

    @Test
    void aPostIsPublishedOnce() {
        var published = publish(draft(aSubmission()));

        assertThatExceptionOfType(WrongStateException.class).isThrownBy(() -> publish(published));
        assertThat(posts.events()).hasSize(1);
    }

    @Test
    void aRevisionOfAPublishedPostStoresAnEvent() {
        var published = publish(draft(aSubmission()));

        revise(published, aSubmission().saying("Now right.").corrected("2026-11-02T09:00:00Z", "It was wrong."));

        var event = (PostRevised) posts.events().get(1).event();
        assertThat(event.revision()).isEqualTo(3);
        assertThat(event.post().html()).isEqualTo("<p>Now right.</p>");
        assertThat(event.correction()).isEqualTo("It was wrong.");
        assertThat(event.post().corrections())
                .containsExactly(
                        new org.vedette.events.Correction(Instant.parse("2026-11-02T09:00:00Z"), "It was wrong."));
    }

    @Test
    void correctionsAreSortedAndTheNewestNewOneIsThatOfTheRevision() {
        var published = publish(draft(aSubmission()));
        var corrected = revise(published, aSubmission().corrected("2026-11-01T08:00:00Z", "The first."));

        revise(
                corrected,
                aSubmission()
                        .corrected("2026-11-02T08:00:00Z", "The third.")
                        .corrected("2026-11-01T08:00:00Z", "The first.")
                        .corrected("2026-11-01T20:00:00Z", "The second."));

        var event = (PostRevised) posts.events().get(2).event();
        assertThat(event.correction()).isEqualTo("The third.");
        assertThat(event.post().corrections())
                .extracting(org.vedette.events.Correction::text)
                .containsExactly("The first.", "The second.", "The third.");
    }

    @Test
    void aChangeThatChangesNothingMakesNeitherARevisionNorAnEvent() {
        var draft = draft(aSubmission().tagged("phishing"));
        var sameDraft = revise(draft, aSubmission().tagged("phishing"));
        var published = publish(sameDraft);

        var same = revise(published, aSubmission().tagged("phishing"));

        assertThat(sameDraft).isEqualTo(draft);
        assertThat(same).isEqualTo(published);
        assertThat(posts.events()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changesOfTheText")
    void aChangeOfTheTextMovesItsDate(Submissions change) {
        var published = publish(draft(aSubmission()));
        pass(Duration.ofHours(1));

        var revised = (Published) revise(published, change);

        assertThat(revised.revisedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    static Stream<Submissions> changesOfTheText() {
        return Stream.of(
                aSubmission().titled("Another"),
                aSubmission().introducedBy("Another."),
                aSubmission().saying("Another."),
                aSubmission().corrected("2026-11-02T09:00:00Z", "Another."));
    }

    @ParameterizedTest
    @MethodSource("changesBesideTheText")
    void anyOtherChangeIsARevisionWithAnEventAndKeepsTheDate(Submissions change) {
        var published = publish(draft(aSubmission()));
        pass(Duration.ofHours(1));

        var revised = (Published) revise(published, change);

        assertThat(revised.revision()).isEqualTo(new Revision(3));
        assertThat(revised.revisedAt()).isEqualTo(NOW);
        assertThat(posts.events()).hasSize(2);
    }

    static Stream<Submissions> changesBesideTheText() {
        return Stream.of(
                aSubmission().tagged("phishing"),
                aSubmission().by("Bo", null),
                aSubmission().inSeries("weekly-phishing-report").covering("2026-06-22", "2026-06-28"),
                aSubmission().marked(Tlp.GREEN),
                aSubmission().under("another"));
    }

    @Test
    void theDateOfTheTextNeverMovesBack() {
        var published = publish(draft(aSubmission()));
        pass(Duration.ofHours(-1));

        var revised = (Published) revise(published, aSubmission().saying("More."));

        assertThat(revised.revisedAt()).isEqualTo(NOW);
    }

    @Test
    void aDateSlightlyAheadOfOurClockMeansNow() {
        var draft = (Draft) draft(aSubmission().dated("2026-11-02T09:30:05.123Z"));

        assertThat(draft.publishAt()).isEqualTo(NOW);
    }

    @Test
    void theDateOfACorrectionIsRefusedWhereItIsInTheRequest() {
        var published = publish(draft(aSubmission()));
        var change = aSubmission()
                .corrected("2026-11-02T09:30:06Z", "Too early.")
                .corrected("2026-11-02T09:00:00Z", "Right.")
                .corrected("1969-12-31T23:59:59Z", "Too late.");

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> revise(published, change))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("corrections[0].date", "corrections[2].date"));
    }

    @Test
    void ofTenParallelPublicationsOneSucceedsAndTheOthersAreRefusedAsPublished() {
        var draft = draft(aSubmission());

        var outcomes = Flux.range(0, 10)
                .flatMap(editor -> publications
                        .publish(
                                draft.id(),
                                editor % 2 == 0 ? Optional.empty() : Optional.of(draft.revision()),
                                Publication.NOW,
                                Changes.BY_EDITOR)
                        .map(published -> "published")
                        .onErrorResume(refused -> Mono.just(refused.getClass().getSimpleName())))
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(outcomes)
                .containsOnlyOnce("published")
                .containsOnly("published", "WrongStateException")
                .hasSize(10);
    }

    @Test
    void ofParallelSchedulesWithOneKeyOneIsStoredAndAllGetItsResponse() {
        var draft = draft(aSubmission());
        var edit = Changes.BY_EDITOR.withKey(IdempotencyKey.of(Changes.ADA, "publish", "key-1", new byte[] {1}));
        var tomorrow = new Publication(NOW.plus(Duration.ofDays(1)), null);

        var responses = Flux.range(0, 20)
                .flatMap(
                        request -> publications
                                .publish(
                                        draft.id(),
                                        request % 2 == 0 ? Optional.empty() : Optional.of(draft.revision()),
                                        tomorrow,
                                        edit)
                                .subscribeOn(Schedulers.boundedElastic()),
                        20)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(responses).hasSize(20).extracting(Post::revision).containsOnly(new Revision(2));
        assertThat(await(publishing.find(draft.id(), Changes.EDITOR)).revision())
                .isEqualTo(new Revision(2));
    }

    @Test
    void aPublishedPostIsRefusedAsPublishedWhateverRevisionIsExpected() {
        var draft = draft(aSubmission());
        publish(draft);

        assertThatExceptionOfType(WrongStateException.class).isThrownBy(() -> publish(draft));
    }

    @Test
    void aChangeOfTheCurrentRevisionIsMadeAgainWhenAnotherCameFirst() {
        var draft = draft(aSubmission());

        var revised = Flux.range(0, 5)
                .flatMap(editor -> publishing.revise(
                        draft.id(),
                        Optional.empty(),
                        (post, now) ->
                                aSubmission().saying("By editor " + editor).build(),
                        Changes.BY_EDITOR))
                .count()
                .block(TIMEOUT);

        assertThat(revised).isEqualTo(5);
        assertThat(await(publishing.find(draft.id(), Changes.EDITOR)).revision())
                .isEqualTo(new Revision(6));
    }

    @Test
    void aPublishedPostKeepsItsSlugWhenRetitled() {
        var published = publish(draft(aSubmission().titled("First title")));

        var revised = revise(published, aSubmission().titled("Second title"));

        assertThat(revised.slug()).isEqualTo(new Slug("first-title"));
        assertThat(revised.formerSlugs()).isEmpty();
    }

    @Test
    void theOldSlugOfAPublishedPostBecomesAFormerOne() {
        var published = publish(draft(aSubmission().under("first")));

        var moved = revise(published, aSubmission().under("second"));
        var back = revise(moved, aSubmission().under("first"));

        assertThat(moved.formerSlugs()).containsExactly(new Slug("first"));
        assertThat(back.slug()).isEqualTo(new Slug("first"));
        assertThat(back.formerSlugs()).containsExactly(new Slug("second"));
    }

    @Test
    void aDraftFollowsItsTitle() {
        var draft = draft(aSubmission().titled("First title"));

        var revised = revise(draft, aSubmission().titled("Second title"));

        assertThat(revised.slug()).isEqualTo(new Slug("second-title"));
    }

    @Test
    void theSameTitleGetsTheNextNumber() {
        draft(aSubmission().titled("Weekly Report"));
        draft(aSubmission().titled("Weekly Report"));

        var third = draft(aSubmission().titled("Weekly Report"));

        assertThat(third.slug()).isEqualTo(new Slug("weekly-report-3"));
    }

    @Test
    void aNumberedDraftKeepsItsNumber() {
        draft(aSubmission().titled("Weekly Report"));
        var second = draft(aSubmission().titled("Weekly Report"));

        var revised = revise(second, aSubmission().titled("Weekly Report").saying("More."));

        assertThat(revised.slug()).isEqualTo(new Slug("weekly-report-2"));
    }

    @Test
    void manyPostsCanHaveTheSameTitle() {
        for (var i = 1; i < 50; i++) {
            draft(aSubmission().titled("Weekly Report"));
        }

        assertThat(draft(aSubmission().titled("Weekly Report")).slug()).isEqualTo(new Slug("weekly-report-50"));
    }

    @Test
    void aRequestedSlugIsNotNumbered() {
        draft(aSubmission().under("mine"));

        assertThatExceptionOfType(SlugTakenException.class)
                .isThrownBy(() -> draft(aSubmission().under("mine")));
    }

    @Test
    void aStaleRevisionIsRefused() {
        var draft = draft(aSubmission());
        revise(draft, aSubmission().saying("Somebody else's."));

        assertThatExceptionOfType(StaleRevisionException.class)
                .isThrownBy(() -> revise(draft, aSubmission().saying("Mine.")))
                .satisfies(stale -> assertThat(stale.current()).isEqualTo(new Revision(2)));
    }

    @Test
    void anUnknownPostIsNotFound() {
        var id = new PostId(UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"));

        assertThatExceptionOfType(PostNotFoundException.class)
                .isThrownBy(() -> await(publishing.find(id, Changes.EDITOR)));
    }

    @Test
    void aPublishedPostHasAuthorBodyAndPeriod() {
        var draft = draft(aSubmission().saying(" \n").withoutBylines().inSeries("weekly-phishing-report"));

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> publish(draft))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field())
                        .containsExactly("body", "bylines", "period"));
        assertThat(posts.events()).isEmpty();
    }

    @Test
    void aPublishedPostStaysComplete() {
        var published = publish(draft(aSubmission()));

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> revise(published, aSubmission().withoutBylines()));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02T09:30:05.124Z", "2999-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void aDateInTheFutureOrBefore1970IsRefused(String moment) {
        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> draft(aSubmission().dated(moment)))
                .satisfies(
                        refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("publishAt"));
    }

    @Test
    void theDateOfAPublishedPostStays() {
        var published = publish(draft(aSubmission().dated("2016-06-30T10:00:00Z")));

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> revise(published, aSubmission().dated("2016-06-29T10:00:00Z")));
        assertThat(revise(published, aSubmission().saying("More.").dated("2016-06-30T10:00:00Z"))
                        .revision())
                .isEqualTo(new Revision(3));
    }

    @Test
    void aDraftTakesNoCorrection() {
        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> draft(aSubmission().corrected("2026-11-01T08:00:00Z", "Oops.")));
    }

    @Test
    void aPeriodBelongsToASeries() {
        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> draft(aSubmission().covering("2026-06-22", "2026-06-28")));
    }

    @Test
    void aSeriesMustExist() {
        assertThatExceptionOfType(UnknownSeriesException.class)
                .isThrownBy(() -> draft(aSubmission().inSeries("monthly-musings")))
                .withMessageContaining("weekly-phishing-report");
    }

    @Test
    void aDraftWhoseSeriesWasRemovedIsNotPublished() {
        var content = aSubmission()
                .inSeries("monthly-musings")
                .covering("2026-06-01", "2026-06-30")
                .build()
                .content();
        var draft = new Draft(new PostId(new UUID(1, 1)), Revision.FIRST, new Slug("old"), content, null, NOW);
        await(posts.store(Changes.to(draft)));

        assertThatExceptionOfType(UnknownSeriesException.class).isThrownBy(() -> publish(draft));
        assertThat(posts.events()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithTheLimit() {
        assertThat(draft(aSubmission().saying("a".repeat(MAX_BODY)))).isNotNull();
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> draft(aSubmission().saying("a".repeat(MAX_BODY + 1))))
                .satisfies(refusal -> assertThat(refusal.limit()).isEqualTo(MAX_BODY));
    }

    @Test
    void aBodyThatCannotBeRenderedIsRefusedAtPublication() {
        var draft = draft(aSubmission().saying("too much"));

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> publish(draft))
                .satisfies(
                        refusal -> assertThat(refusal.errors().get(0).message()).isEqualTo("is too much"));
    }

    @Test
    void anEventCarriesTheTraceContextOfItsRequest() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var draft = draft(aSubmission());

        await(publications
                .publish(draft.id(), Optional.empty(), Publication.NOW, Changes.BY_EDITOR)
                .contextWrite(context -> TraceContext.with(trace, context)));

        assertThat(posts.events().get(0).traceparent()).isEqualTo(trace);
    }

    @Test
    void aMalformedTraceContextIsIgnored() {
        var draft = draft(aSubmission());

        await(publications
                .publish(draft.id(), Optional.empty(), Publication.NOW, Changes.BY_EDITOR)
                .contextWrite(context -> TraceContext.with("nonsense", context)));

        assertThat(posts.events().get(0).traceparent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u2800\u2800", "\uFFA0", "\u115F\u1160", "\u034F"})
    void aTitleThatShowsNothingIsRefused(String title) {
        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> draft(aSubmission().titled(title)))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("title"));
    }

    @Test
    void theSameBylineTwiceIsRefused() {
        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() ->
                        draft(aSubmission().by("Ada", "Labs").by("Bo", null).by("Ada", "Labs")))
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.field()).endsWith("]");
                            assertThat(error.message()).contains("is the same as bylines[");
                        }));
    }

    @Test
    void aBodyThatShowsNothingIsNotPublished() {
        var draft = draft(aSubmission().saying("\u3164 \u2800"));

        assertThatExceptionOfType(InvalidPostException.class)
                .isThrownBy(() -> publish(draft))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("body"));
    }

    private static RenderedBody render(String markdown) {
        if (markdown.equals("too much")) {
            throw new UnrenderableMarkdownException("is too much");
        }
        return new RenderedBody("<p>" + markdown + "</p>", markdown, markdown);
    }

    @CanIgnoreReturnValue
    private Post draft(Submissions submission) {
        return await(publishing.draft(submission.build(), Changes.BY_EDITOR));
    }

    @CanIgnoreReturnValue
    private Post publish(Post post) {
        return await(publications.publish(post.id(), Optional.of(post.revision()), Publication.NOW, Changes.BY_EDITOR));
    }

    @CanIgnoreReturnValue
    private Post revise(Post post, Submissions submission) {
        return await(publishing.revise(
                post.id(), Optional.of(post.revision()), (current, at) -> submission.build(), Changes.BY_EDITOR));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @CanIgnoreReturnValue
    private static Post await(Mono<Post> answer) {
        return answer.blockOptional(TIMEOUT).orElseThrow();
    }
}
