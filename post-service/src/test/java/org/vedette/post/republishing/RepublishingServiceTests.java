package org.vedette.post.republishing;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vedette.events.Byline;
import org.vedette.events.PostRevised;
import org.vedette.post.Submissions;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.authors.AuthorService;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.authors.InMemoryAuthorNames;
import org.vedette.post.authors.PublishedNames.PublishedName;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.publishing.Changes;
import org.vedette.post.publishing.IdGenerator;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.publishing.PostValidator;
import org.vedette.post.publishing.PublicPostMapper;
import org.vedette.post.publishing.Publication;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.series.Cadence;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RepublishingServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final IdGenerator IDS = Generators.timeBasedEpochGenerator()::generate;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-02T09:30:00.123Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryAuthorNames names = new InMemoryAuthorNames();
    private final List<PublishedName> earlier = new CopyOnWriteArrayList<>();
    private final AuthorService authors = new AuthorService(names, () -> Flux.fromIterable(earlier), clock);
    private final SeriesRegistry series = new SeriesRegistry(List.of(new Series("weekly", "Weekly", Cadence.WEEKLY)));
    private final PublishingService publishing = publishing(series);
    private final RepublishingService republishing = new RepublishingService(authors, names, posts, publishing, clock);

    @Test
    void thePostsOfAMergedAuthorArePublishedAgainWithTheOtherSlug() {
        var ofOther = publish(aSubmission().withoutBylines().by("Zoë", null));
        var merged = publish(aSubmission().withoutBylines().by("Zoe", "Labs"));
        merge("zoe-2", "zoe");

        republishing.republish();

        assertThat(posts.events()).hasSize(3);
        assertThat(revised(2).bylines()).containsExactly(new Byline("Zoe", "Labs", "zoe", List.of("zoe-2")));
        assertThat(revised(2).id()).isEqualTo(merged.id().value());
        assertThat(posts.find(ofOther.id()).block(TIMEOUT)).isEqualTo(ofOther);
    }

    @Test
    void itEndsOnlyWhenNoRequestFromBeforeTheMergeCanStoreAnyMore() {
        publish(aSubmission().withoutBylines().by("Zoë", null));
        publish(aSubmission().withoutBylines().by("Zoe", null));
        merge("zoe-2", "zoe");

        republishing.republish();
        republishing.republish();
        assertThat(marked()).containsExactly("Zoe");
        now.updateAndGet(instant -> instant.plusSeconds(60));
        republishing.republish();

        assertThat(marked()).isEmpty();
        assertThat(posts.events()).hasSize(3);
    }

    @Test
    void moreThanOneRunReachesAreReachedByTheNext() {
        publish(aSubmission().withoutBylines().by("Zoë", null));
        for (var number = 0; number < 60; number++) {
            publish(aSubmission().titled("Post " + number).withoutBylines().by("Zoe", null));
        }
        merge("zoe-2", "zoe");

        republishing.republish();
        republishing.republish();

        assertThat(posts.publishedWithout(new AuthorSlug("zoe"), "Zoe")
                        .collectList()
                        .block(TIMEOUT))
                .isEmpty();
    }

    @Test
    void aPostThatCannotBePublishedAnyMoreKeepsNoOtherFromIt() {
        publish(aSubmission().withoutBylines().by("Zoë", null));
        publish(aSubmission()
                .withoutBylines()
                .by("Zoe", null)
                .inSeries("weekly")
                .covering("2026-11-01", "2026-11-07"));
        var other = publish(aSubmission().withoutBylines().by("Zoe", null));
        merge("zoe-2", "zoe");
        var withoutSeries =
                new RepublishingService(authors, names, posts, publishing(new SeriesRegistry(List.of())), clock);

        withoutSeries.republish();
        now.updateAndGet(instant -> instant.plusSeconds(60));
        withoutSeries.republish();

        assertThat(posts.events()).hasSize(4);
        assertThat(revised(3).id()).isEqualTo(other.id().value());
        assertThat(marked()).isEmpty();
    }

    @Test
    void authorsOfAnEarlierVersionWhoSharedAPageAreSeparated() {
        earlier.add(new PublishedName("🦊", clock.instant()));
        earlier.add(new PublishedName("🐻", clock.instant().plusSeconds(1)));

        republishing.republish();

        assertThat(names.all().collectList().block(TIMEOUT))
                .extracting(AuthorName::slug)
                .containsExactlyInAnyOrder(new AuthorSlug("author"), new AuthorSlug("author-2"));
    }

    private PublishingService publishing(SeriesRegistry known) {
        return new PublishingService(
                posts,
                posts,
                new PostValidator(known, 1000, picture -> Mono.just(true)),
                publicPosts(known),
                clock,
                IDS);
    }

    private PublicPostMapper publicPosts(SeriesRegistry known) {
        return new PublicPostMapper(
                known, markdown -> new RenderedBody(markdown, markdown, markdown), authors, Schedulers.immediate());
    }

    @CanIgnoreReturnValue
    private Published publish(Submissions submission) {
        var draft = publishing
                .draft(submission.build(), Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
        return (Published) new PublicationService(
                        posts,
                        posts,
                        new PostValidator(series, 1000, picture -> Mono.just(true)),
                        publicPosts(series),
                        clock,
                        IDS)
                .publish(draft.id(), Optional.empty(), Publication.NOW, Changes.BY_EDITOR)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private void merge(String from, String into) {
        assertThat(authors.merge(new AuthorSlug(from), new AuthorSlug(into)).block(TIMEOUT))
                .isNotNull();
    }

    private org.vedette.events.PublicPost revised(int event) {
        return ((PostRevised) posts.events().get(event).event()).post();
    }

    private List<String> marked() {
        return names.republishing()
                .map(AuthorName::name)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
