package org.vedette.post.authors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.Byline;
import org.vedette.post.authors.AuthorException.InvalidMergeException;
import org.vedette.post.authors.AuthorException.UnknownAuthorException;
import org.vedette.post.authors.PublishedNames.PublishedName;
import reactor.core.publisher.Flux;

class AuthorServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final InMemoryAuthorNames names = new InMemoryAuthorNames();
    private final List<PublishedName> published = new CopyOnWriteArrayList<>();
    private final AuthorService authors = service(() -> Flux.fromIterable(published));

    @Test
    void everyNameHasASlugOfItsOwnAndKeepsIt() {
        var first = slugs("🦊", "🐻", "Zoë", "Zoe", "C. Lee", "C Lee");
        var again = slugs("C Lee", "C. Lee", "Zoe", "Zoë", "🐻", "🦊");

        assertThat(first).containsExactly("fox-face", "bear-face", "zoe", "zoe-2", "c-lee", "c-lee-2");
        assertThat(again).containsExactly("c-lee-2", "c-lee", "zoe-2", "zoe", "bear-face", "fox-face");
    }

    @Test
    void aBylineKeepsItsNameAndAffiliation() {
        var credited = credit(List.of(new Byline("Ada", "Labs"), new Byline("Ada", null)));

        assertThat(credited)
                .containsExactly(
                        new Byline("Ada", "Labs", "ada", List.of()), new Byline("Ada", null, "ada", List.of()));
    }

    @Test
    void ofManyRequestsAtOnceAllHaveTheSameSlugForTheSameName() {
        var chosen = Flux.range(0, 50)
                .flatMap(request -> authors.credit(List.of(new Byline(request % 2 == 0 ? "Zoë" : "Zoe", null))))
                .flatMapIterable(bylines -> bylines)
                .distinct()
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();

        assertThat(chosen).hasSize(2).extracting(Byline::author).containsExactlyInAnyOrder("zoe", "zoe-2");
    }

    @Test
    void anAuthorOfAnEarlierVersionKeepsTheAddressThatReadersKnow() {
        published.add(new PublishedName("李 雷", NOW));
        published.add(new PublishedName("José Águila", NOW));

        assertThat(slugs("李 雷", "José Águila", "李 雷 2")).containsExactly("李-雷", "jose-aguila", "li-lei-2");
        assertThat(republishing()).isEmpty();
    }

    @Test
    void ofAuthorsOfAnEarlierVersionWhoSharedAPageTheFirstPublishedKeepsItAndTheOthersAreRepublished() {
        published.add(new PublishedName("🐻", NOW.minusSeconds(1)));
        published.add(new PublishedName("🦊", NOW.minusSeconds(2)));
        published.add(new PublishedName("🐻", NOW));

        authors.adoptPublished().block(TIMEOUT);

        assertThat(slugs("🦊", "🐻")).containsExactly("author", "author-2");
        assertThat(republishing()).containsExactly("🐻");
    }

    @Test
    void aNewNameNeverTakesTheAddressOfAnAuthorOfAnEarlierVersion() {
        published.add(new PublishedName("Zoe", NOW));

        assertThat(slugs("Zoë", "Zoe")).containsExactly("zoe-2", "zoe");
    }

    @Test
    void thePublishedPostsAreReadOnceUnlessThatFailed() {
        var reads = new AtomicInteger();
        var failing = service(
                () -> reads.incrementAndGet() == 1 ? Flux.error(new IllegalStateException("no store")) : Flux.empty());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> failing.adoptPublished().block(TIMEOUT));
        failing.adoptPublished().block(TIMEOUT);
        failing.adoptPublished().block(TIMEOUT);

        assertThat(reads).hasValue(2);
    }

    @Test
    void theListHasEveryAuthorWithAllNames() {
        assertThat(slugs("Zoe", "Ada", "Zoë")).hasSize(3);
        assertThat(merge("zoe-2", "zoe").names()).containsExactly("Zoe", "Zoë");

        var all = authors.all().blockOptional(TIMEOUT).orElseThrow();

        assertThat(all).extracting(Author::slug).extracting(AuthorSlug::value).containsExactly("ada", "zoe");
        assertThat(all.get(1).formerSlugs()).containsExactly(new AuthorSlug("zoe-2"));
        assertThat(all).extracting(Author::isRepublishing).containsExactly(false, true);
    }

    @Test
    void aMergedAuthorIsCreditedAsTheOtherWithTheFormerSlug() {
        assertThat(slugs("Zoë", "Zoe")).hasSize(2);

        assertThat(merge("zoe-2", "zoe").slug()).hasToString("zoe");

        assertThat(credit(List.of(new Byline("Zoe", null), new Byline("Zoë", null))))
                .containsExactly(
                        new Byline("Zoe", null, "zoe", List.of("zoe-2")), new Byline("Zoë", null, "zoe", List.of()));
        assertThat(republishing()).containsExactly("Zoe");
    }

    @Test
    void aMergeCanBeRepeatedAndContinued() {
        assertThat(slugs("Zoë", "Zoe", "Zoé")).hasSize(3);
        assertThat(merge("zoe-3", "zoe-2").names()).hasSize(2);

        assertThat(merge("zoe-3", "zoe-2").names()).hasSize(2);
        assertThat(merge("zoe-2", "zoe").names()).hasSize(3);

        assertThat(slugs("Zoë", "Zoe", "Zoé")).containsOnly("zoe");
    }

    @Test
    void aMergeIsUndone() {
        assertThat(slugs("Zoë", "Zoe")).hasSize(2);
        assertThat(merge("zoe-2", "zoe").names()).hasSize(2);

        var separated =
                authors.separate(new AuthorSlug("zoe-2")).blockOptional(TIMEOUT).orElseThrow();

        assertThat(separated.names()).containsExactly("Zoe");
        assertThat(slugs("Zoë", "Zoe")).containsExactly("zoe", "zoe-2");
    }

    @Test
    void anAuthorIsMergedOnlyWithAnotherOneThatThereIs() {
        assertThat(slugs("Zoë", "Zoe", "Zoé")).hasSize(3);
        assertThat(merge("zoe-3", "zoe-2").names()).hasSize(2);

        assertThatExceptionOfType(InvalidMergeException.class).isThrownBy(() -> merge("zoe", "zoe"));
        assertThatExceptionOfType(InvalidMergeException.class).isThrownBy(() -> merge("zoe", "zoe-3"));
        assertThatExceptionOfType(InvalidMergeException.class).isThrownBy(() -> merge("zoe", "nobody"));
        assertThatExceptionOfType(UnknownAuthorException.class).isThrownBy(() -> merge("nobody", "zoe"));
        assertThatExceptionOfType(UnknownAuthorException.class).isThrownBy(() -> merge("zoe-3", "zoe"));
    }

    @Test
    void aMergeWithAnAuthorWhoWasMergedMeanwhileEndsAtTheLastOne() {
        assertThat(slugs("Zoë", "Zoe", "Zoé")).hasSize(3);
        names.beforeNextMerge(() ->
                names.merge(new AuthorSlug("zoe-2"), new AuthorSlug("zoe"), NOW).block(TIMEOUT));

        var merged = merge("zoe-3", "zoe-2");

        assertThat(merged.slug()).hasToString("zoe");
        assertThat(merged.names()).containsExactly("Zoe", "Zoé", "Zoë");
    }

    private AuthorService service(PublishedNames earlier) {
        return new AuthorService(names, earlier, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Author merge(String from, String into) {
        return authors.merge(new AuthorSlug(from), new AuthorSlug(into))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private List<String> slugs(String... wanted) {
        return Stream.of(wanted)
                .map(name -> credit(List.of(new Byline(name, null))).get(0).authorSlug())
                .toList();
    }

    private List<Byline> credit(List<Byline> bylines) {
        return authors.credit(bylines).blockOptional(TIMEOUT).orElseThrow();
    }

    private List<String> republishing() {
        return names.republishing()
                .map(AuthorName::name)
                .collectList()
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
