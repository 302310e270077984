package org.vedette.post.renaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.post.Submissions.aSubmission;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostRevised;
import org.vedette.events.PublicPost;
import org.vedette.post.Submissions;
import org.vedette.post.authors.Author;
import org.vedette.post.authors.AuthorRenaming;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Tag;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.Publication;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.redirects.InMemoryRedirects;
import org.vedette.post.redirects.OldPath;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.redirects.Target;
import org.vedette.post.renaming.Renaming.State;
import org.vedette.post.renaming.RenamingException.MergeNotConfirmedException;
import org.vedette.post.renaming.RenamingException.TooManyRenamingsException;
import org.vedette.post.renaming.RenamingException.UnknownTagException;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Renamings with posts in memory, from the request to their end. */
class RenamingRunnerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final IdGenerator IDS = Generators.timeBasedEpochGenerator()::generate;
    private static final SeriesRegistry SERIES =
            new SeriesRegistry(List.of(new Series("weekly", "Weekly", Cadence.WEEKLY)));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T09:30:00.123Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryAuthorNames names = new InMemoryAuthorNames();
    private final AuthorService authors = new AuthorService(names, Flux::empty, clock);
    private final AuthorRenaming renaming = new AuthorRenaming(authors, names);
    private final InMemoryRedirects redirects = new InMemoryRedirects();
    private final InMemoryRenamings renamings = new InMemoryRenamings();
    private final RenamingService service = new RenamingService(renamings, posts, renaming, clock, IDS);
    private final RenamingRunner runner = runner(renamings, "one", SERIES);

    @Test
    void aTagIsRenamedInPostsOfAllStatesEachAsOneRevisionThatIsNoCorrection() {
        var draft = draft(aSubmission().tagged("loader", "night"));
        var scheduled = schedule(aSubmission().tagged("loader"));
        var published = publish(aSubmission().tagged("night", "loader"));
        var withdrawn = withdraw(publish(aSubmission().tagged("loader")));
        var other = publish(aSubmission().tagged("night"));
        now.updateAndGet(before -> before.plusSeconds(60));
        var events = posts.events().size();

        var begun = renameTag("Loader", "Cold Loader", false);
        runner.run();

        assertThat(begun.state()).isEqualTo(State.WAITING);
        assertThat(find(begun))
                .matches(done -> done.state() == State.FINISHED && done.changed() == 4 && done.total() == 4);
        assertThat(List.of(current(draft), current(scheduled), current(published), current(withdrawn)))
                .extracting(Post::revision)
                .containsExactly(
                        draft.revision().next(),
                        scheduled.revision().next(),
                        published.revision().next(),
                        withdrawn.revision().next());
        assertThat(tags(draft)).containsExactly("cold-loader", "night");
        assertThat(tags(published)).containsExactly("night", "cold-loader");
        assertThat(((Scheduled) current(scheduled)).schedule()).isEqualTo(((Scheduled) scheduled).schedule());
        assertThat(((Published) current(published)).revisedAt()).isEqualTo(published.revisedAt());
        assertThat(current(other)).isEqualTo(other);
        assertThat(posts.events().subList(events, posts.events().size()))
                .singleElement()
                .extracting(event -> event.event())
                .isInstanceOfSatisfying(PostRevised.class, revised -> {
                    assertThat(revised.correction()).isNull();
                    assertThat(revised.post().tags()).containsExactly("night", "cold-loader");
                });
        assertThat(posts.of(published.id()).blockFirst(TIMEOUT))
                .matches(info -> Changes.ADA.equals(info.by())
                        && Objects.requireNonNull(info.note()).value().equals("Tag loader renamed to cold-loader"));
    }

    @Test
    void aMergeOfTagsMustBeConfirmedAndNoPostHasATagTwice() {
        var both = publish(aSubmission().tagged("loader", "night", "loaders"));
        publish(aSubmission().tagged("loader"));

        assertThatThrownBy(() -> renameTag("loader", "loaders", false)).isInstanceOf(MergeNotConfirmedException.class);
        renameTag("loader", "loaders", true);
        runner.run();

        assertThat(tags(both)).containsExactly("loaders", "night");
        assertThat(posts.withTag(new Tag("loader")).hasElements().block(TIMEOUT))
                .isFalse();
    }

    @Test
    void whatAKilledReplicaDidNotFinishAnotherOneFinishesAndNoPostIsChangedTwice() {
        var all = IntStream.range(0, 45)
                .mapToObj(
                        number -> publish(aSubmission().titled("Post " + number).tagged("loader")))
                .toList();
        var begun = renameTag("loader", "loaders", false);
        var dying = runner(new DyingRenamings(4), "dying", SERIES);

        assertThatThrownBy(dying::run).hasMessageContaining("killed");
        assertThat(find(begun))
                .matches(half -> half.state() == State.RUNNING && half.changed() == 20 && half.total() == 45);
        runner.run();
        assertThat(find(begun).state())
                .as("under the claim of the one that was killed")
                .isEqualTo(State.RUNNING);
        now.updateAndGet(before -> before.plusSeconds(61));
        runner.run();

        // The second batch was changed, but not counted, when the replica was killed.
        assertThat(find(begun)).matches(done -> done.state() == State.FINISHED && done.changed() == 25);
        assertThat(all).allSatisfy(post -> {
            assertThat(tags(post)).containsExactly("loaders");
            assertThat(current(post).revision()).isEqualTo(post.revision().next());
        });
    }

    @Test
    void aStoppedReplicaLeavesTheRestToAnotherOneAtOnce() {
        publish(aSubmission().tagged("loader"));
        var begun = renameTag("loader", "loaders", false);
        var stopped = runner(renamings, "stopped", SERIES);

        stopped.stop();
        stopped.run();
        assertThat(find(begun).isOpen()).isTrue();
        runner.run();

        assertThat(find(begun).changed()).isEqualTo(1);
    }

    @Test
    void aPostThatCannotBeStoredIsNamedAndKeepsNoOtherFromIt() {
        var issue = publish(aSubmission()
                .titled("An issue")
                .tagged("loader")
                .inSeries("weekly")
                .covering("2026-11-01", "2026-11-07"));
        var other = publish(aSubmission().tagged("loader"));
        var begun = renameTag("loader", "loaders", false);

        runner(renamings, "one", new SeriesRegistry(List.of())).run();

        assertThat(find(begun).state()).isEqualTo(State.FINISHED);
        assertThat(find(begun).refused())
                .singleElement()
                .matches(refused -> refused.post().equals(issue.id().value())
                        && refused.title().equals("An issue")
                        && refused.reason().contains("There is no series weekly"));
        assertThat(tags(issue)).containsExactly("loader");
        assertThat(tags(other)).containsExactly("loaders");
    }

    @Test
    void renamingsAreDoneInTheirOrderAndPagesNeverLeadInCircles() {
        var post = publish(aSubmission().tagged("a"));
        renameTag("a", "b", false);
        runner.run();
        redirect("/tag/old", "/tags/b");
        renameTag("b", "c", false);
        runner.run();
        assertThat(leads("/tags/a")).isEqualTo("/tags/c");
        assertThat(leads("/tag/old")).isEqualTo("/tags/c");

        renameTag("c", "a", false);
        runner.run();

        assertThat(tags(post)).containsExactly("a");
        assertThat(leads("/tags/a")).isNull();
        assertThat(Stream.of("/tags/b", "/tags/c", "/tag/old").map(this::leads)).containsOnly("/tags/a");
    }

    @Test
    void theSameAskedForAgainIsTheSameRenaming() {
        publish(aSubmission().tagged("loader"));

        var first = renameTag("loader", "loaders", false);
        var second = renameTag("loader", "loaders", false);

        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> renameTag("nothing", "loaders", false)).isInstanceOf(UnknownTagException.class);
        for (var number = 1; number < 20; number++) {
            renameTag("loader", "loaders-" + number, false);
        }
        assertThatThrownBy(() -> renameTag("loader", "one-more", false)).isInstanceOf(TooManyRenamingsException.class);
    }

    @Test
    void anAuthorGetsAnotherNameAndAddressAndKeepsTheAffiliationsOfTheTime() {
        var first = publish(ofAda("Ada Exampel", "Labs"));
        var second = draft(ofAda("Ada Exampel", "Institute"));

        renameAuthor("ada-exampel", "Ada Example", false);
        runner.run();

        assertThat(current(first).content().bylines()).containsExactly(new Byline("Ada Example", "Labs"));
        assertThat(current(second).content().bylines()).containsExactly(new Byline("Ada Example", "Institute"));
        assertThat(authors()).containsExactly("ada-example: Ada Exampel, Ada Example");
        assertThat(leads("/authors/ada-exampel")).isEqualTo("/authors/ada-example");
        assertThat(lastEvent().bylines())
                .containsExactly(new org.vedette.events.Byline("Ada Example", "Labs", "ada-example", List.of()));
    }

    @Test
    void aRenameThatIsUndoneGivesTheFirstAddressBack() {
        var post = publish(ofAda("Ada", null));
        renameAuthor("ada", "Bo", false);
        runner.run();

        begin(service.renameAuthor("bo", "Bo", "Ada", false, Changes.EDITOR));
        runner.run();

        assertThat(current(post).content().bylines()).containsExactly(new Byline("Ada", null));
        assertThat(authors()).containsExactly("ada: Ada, Bo");
        assertThat(leads("/authors/bo")).isEqualTo("/authors/ada");
        assertThat(leads("/authors/ada")).isNull();
    }

    @Test
    void anotherNameOfAMergedAuthorIsWrittenDifferentlyUnderTheSameAddress() {
        publish(ofAda("Zoe", null));
        var misspelt = publish(ofAda("Zooe", null));
        assertThat(authors.merge(new AuthorSlug("zooe"), new AuthorSlug("zoe")).block(TIMEOUT))
                .isNotNull();

        begin(service.renameAuthor("zoe", "Zooe", "Zoë", false, Changes.EDITOR));
        runner.run();

        assertThat(current(misspelt).content().bylines()).containsExactly(new Byline("Zoë", null));
        assertThat(authors()).containsExactly("zoe: Zoe, Zooe, Zoë");
        assertThat(leads("/authors/zooe")).isEqualTo("/authors/zoe");
    }

    @Test
    void aNameOfAnotherAuthorMustBeConfirmedAndMakesOneOfBoth() {
        publish(ofAda("Ada", null));
        var joint = publish(ofAda("Bo", "Labs").by("Ada", "Labs"));

        assertThatThrownBy(() -> renameAuthor("bo", "Ada", false)).isInstanceOf(MergeNotConfirmedException.class);
        renameAuthor("bo", "Ada", true);
        runner.run();

        assertThat(current(joint).content().bylines()).containsExactly(new Byline("Ada", "Labs"));
        assertThat(authors()).containsExactly("ada: Ada, Bo");
        assertThat(leads("/authors/bo")).isEqualTo("/authors/ada");
    }

    @Test
    void aNameThatLeavesItsAuthorForAnotherOneLeavesTheOthers() {
        publish(ofAda("Zoe", null));
        publish(ofAda("Zooe", null));
        publish(ofAda("Bo", null));
        assertThat(authors.merge(new AuthorSlug("zooe"), new AuthorSlug("zoe")).block(TIMEOUT))
                .isNotNull();

        begin(service.renameAuthor("zoe", "Zooe", "Bo", true, Changes.EDITOR));
        runner.run();

        assertThat(authors()).containsExactly("bo: Bo, Zooe", "zoe: Zoe");
        assertThat(leads("/authors/zooe")).isEqualTo("/authors/bo");
    }

    /** Stores so many states of renamings, and then no more, as a process that is killed. */
    private final class DyingRenamings implements Renamings {

        private final AtomicInteger left;

        DyingRenamings(int saves) {
            this.left = new AtomicInteger(saves);
        }

        @Override
        public Mono<Void> save(Renaming one) {
            return Mono.defer(() -> left.decrementAndGet() > 0 ? renamings.save(one) : killed());
        }

        private <T> Mono<T> killed() {
            return Mono.error(new IllegalStateException("killed"));
        }

        @Override
        public Mono<Renaming> find(UUID id) {
            return renamings.find(id);
        }

        @Override
        public Flux<Renaming> open() {
            return renamings.open();
        }

        @Override
        public Flux<Renaming> newest(int limit) {
            return renamings.newest(limit);
        }

        @Override
        public Mono<Boolean> claim(String owner, Instant at, Instant until) {
            return left.get() > 0 ? renamings.claim(owner, at, until) : killed();
        }
    }

    private RenamingRunner runner(Renamings stored, String owner, SeriesRegistry known) {
        var publishing = new PublishingService(
                posts,
                posts,
                new PostValidator(known, 1000, picture -> Mono.just(true)),
                publicPosts(known),
                clock,
                IDS);
        var redirecting = new RedirectService(redirects, () -> {}, "https://blog.example", clock);
        return new RenamingRunner(stored, new PostRenaming(posts, publishing, renaming, redirecting), clock, owner);
    }

    private PublicPostMapper publicPosts(SeriesRegistry known) {
        return new PublicPostMapper(
                known, markdown -> new RenderedBody(markdown, markdown, markdown), authors, Schedulers.immediate());
    }

    private PublicationService publications() {
        return new PublicationService(
                posts,
                posts,
                new PostValidator(SERIES, 1000, picture -> Mono.just(true)),
                publicPosts(SERIES),
                clock,
                IDS);
    }

    private static Submissions ofAda(String name, @Nullable String affiliation) {
        return aSubmission().withoutBylines().by(name, affiliation);
    }

    private Post draft(Submissions submission) {
        return new PublishingService(
                        posts,
                        posts,
                        new PostValidator(SERIES, 1000, picture -> Mono.just(true)),
                        publicPosts(SERIES),
                        clock,
                        IDS)
                .draft(submission.build(), Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    @CanIgnoreReturnValue
    private Published publish(Submissions submission) {
        return (Published) publications()
                .publish(draft(submission).id(), Optional.empty(), Publication.NOW, Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private Post schedule(Submissions submission) {
        return publications()
                .publish(
                        draft(submission).id(),
                        Optional.empty(),
                        new Publication(clock.instant().plusSeconds(3600), null),
                        Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private Withdrawn withdraw(Post post) {
        return (Withdrawn) publications()
                .withdraw(post.id(), Optional.empty(), null, Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    @CanIgnoreReturnValue
    private Renaming renameTag(String from, String to, boolean isMerge) {
        return begin(service.renameTag(from, to, isMerge, Changes.EDITOR));
    }

    private void renameAuthor(String slug, String to, boolean isMerge) {
        assertThat(begin(service.renameAuthor(slug, null, to, isMerge, Changes.EDITOR)))
                .isNotNull();
    }

    @CanIgnoreReturnValue
    private static Renaming begin(Mono<Renaming> renaming) {
        return renaming.blockOptional(TIMEOUT).orElseThrow();
    }

    private Renaming find(Renaming begun) {
        return renamings.find(begun.id()).blockOptional(TIMEOUT).orElseThrow();
    }

    private Post current(Post post) {
        return posts.find(post.id()).blockOptional(TIMEOUT).orElseThrow();
    }

    private List<String> tags(Post post) {
        return current(post).content().tags().stream().map(Tag::value).toList();
    }

    private void redirect(String from, String to) {
        var redirect = new Redirect(new OldPath(from), new Target(to), Changes.ADA, clock.instant());
        redirects.put(redirect).block(TIMEOUT);
    }

    private @Nullable String leads(String from) {
        return redirects
                .find(new OldPath(from))
                .map(redirect -> redirect.to().value())
                .block(TIMEOUT);
    }

    private List<String> authors() {
        var lines = new ArrayList<String>();
        for (Author author : authors.all().blockOptional(TIMEOUT).orElseThrow()) {
            lines.add(author.slug() + ": " + String.join(", ", author.names()));
        }
        return lines;
    }

    private PublicPost lastEvent() {
        var events = posts.events();
        return ((PostRevised) events.get(events.size() - 1).event()).post();
    }
}
