package org.vedette.feed.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.search.SearchQueries.between;
import static org.vedette.feed.search.SearchQueries.by;
import static org.vedette.feed.search.SearchQueries.inSeries;
import static org.vedette.feed.search.SearchQueries.newestFirst;
import static org.vedette.feed.search.SearchQueries.page;
import static org.vedette.feed.search.SearchQueries.tagged;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchResult.Correction;
import org.vedette.testsupport.events.PublicPosts;

class LuceneSearchIndexTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @TempDir
    private Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = new LuceneSearchIndex(folder, 16, new UnreadableEntries());
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aPostIsFoundByEveryWordPeopleKnowItBy() {
        var post = put(aPost().title("A quiet loader")
                .standfirst("It waits.")
                .text("Nothing happens before midnight.")
                .by("José Example", "Night Labs")
                .tagged("windows")
                .inSeries("brief", "Weekly Brief"));

        for (var word : List.of("quiet", "waits", "midnight", "jose", "labs", "windows", "weekly")) {
            assertThat(found(word)).as(word).containsExactly(post.id());
        }
    }

    @Test
    void allWordsMustBeThereWhereverTheyAre() {
        var both = put(aPost().title("A loader").text("It waits."));
        put(aPost().title("A loader").text("It runs."));

        assertThat(found("loader waits")).containsExactly(both.id());
    }

    @ParameterizedTest
    @CsvSource({
        "loaders, loader",
        "LOADER, loader",
        "résumé, Resume",
        "vulnerability, vulnerabilities",
        "spear phishing, spear-phishing",
        "spear-phishing, spear phishing",
        "emotet, Emotet’s"
    })
    void spellingsOfAWordAreOneWord(String query, String text) {
        var post = put(aPost().text("We saw " + text + " again."));

        assertThat(found(query)).containsExactly(post.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.com", "evil[.]com", "evil(.)com", "evil[dot]com", "hxxp://evil.com", "https://evil.com/"})
    void aDomainIsFoundInAnySpellingByAnySpelling(String query) {
        var written = List.of(
                "evil[.]com",
                "evil.com",
                "hxxps[:]//evil[.]com/path",
                "login.evil[.]com",
                "evil(dot)com",
                "a@evil[.]com");
        var posts = written.stream()
                .map(text -> put(aPost().text("Block " + text + " now.")).id())
                .toList();
        put(aPost().text("Visit devil.com and evil.community and evil.org, not com evil."));

        assertThat(found(query)).containsExactlyInAnyOrderElementsOf(posts);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, 1[.]2[.]3[.]4",
        "1[.]2[.]3.4, hxxp://1.2.3[.]4:8080/x",
        "user@evil.com, user[@]evil[.]com",
        "user[at]evil[dot]com, User@Evil.com",
        "hxxp://evil.com/gate.php, https://evil[.]com/gate.php",
        "CVE-2026-1234, cve-2026-1234",
        "cve‑2026‑1234, CVE-2026-1234",
        "D41D8CD98F00B204E9800998ECF8427E, d41d8cd98f00b204e9800998ecf8427e",
        "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709, da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "2001:db8::1, 2001[:]db8[::]1"
    })
    void anIndicatorIsFoundInAnotherSpelling(String query, String text) {
        var post = put(aPost().text("Block " + text + ", we say."));
        put(aPost().text("Block 1.2.3.41, user@evil.community, CVE-2026-12345 and 11.2.3.4 too."));

        assertThat(found(query)).containsExactly(post.id());
    }

    @Test
    void aPhraseIsItsWordsInOrderAndReachesOverNoParagraphOfAnotherKind() {
        var inOrder = put(aPost().title("x").text("the night shift starts"));
        put(aPost().title("x").text("the shift at night starts"));
        put(aPost().title("the night").standfirst("shift").text("starts"));

        assertThat(found("\"night shift\"")).containsExactly(inOrder.id());
    }

    @Test
    void whatIsExcludedIsLeftOut() {
        var kept = put(aPost().text("loader by night"));
        put(aPost().text("loader by day"));
        put(aPost().text("loader by night at evil[.]com"));

        assertThat(found("loader -day -evil.com")).containsExactly(kept.id());
        assertThat(found("-day -\"by night at\"")).containsExactly(kept.id());
    }

    @Test
    void aPrefixFindsWhatBeginsWithIt() {
        var posts = List.of(
                put(aPost().text("phishing")).id(), put(aPost().text("phished")).id());
        var domain = put(aPost().text("login.evil[.]com"));
        put(aPost().text("vishing"));

        assertThat(found("phis*")).containsExactlyInAnyOrderElementsOf(posts);
        assertThat(found("evil.co*")).containsExactly(domain.id());
        assertThat(found("\"x\" ph*")).isEmpty();
    }

    @Test
    void aTitleWeighsMoreThanALeadAndALeadMoreThanABody() {
        var body = put(aPost().title("x").standfirst("y").text("Stealer, stealer, stealer: a stealer."));
        var lead = put(aPost().title("x").standfirst("y").tagged("stealer").text("Nothing else is said in here."));
        var title = put(aPost().title("A stealer").standfirst("y").text("Nothing else is said in here."));

        assertThat(found("stealer")).containsExactly(title.id(), lead.id(), body.id());
    }

    @Test
    void theNewestComeFirstWhenThatIsAskedFor() {
        var older = put(aPost().title("loader loader").publishedAt(NOON));
        var newer = put(aPost().title("x").text("loader").publishedAt(NOON.plusMillis(1)));

        var hits = index.find(newestFirst(SearchQuery.of("loader"))).hits();

        assertThat(hits).extracting(Hit::id).containsExactly(newer.id(), older.id());
    }

    @Test
    void filtersLeaveOutTheRest() {
        var post = put(aPost().by("José Example", null)
                .by("Ben Sample", null)
                .tagged("windows", "macro")
                .inSeries("brief", "Brief")
                .publishedAt(NOON));
        put(aPost().by("Ada Other", null).tagged("linux").publishedAt(NOON.plusMillis(1)));
        var all = SearchQuery.of("loader");

        for (var query : List.of(
                inSeries(all, "brief"),
                tagged(all, "macro"),
                by(all, "jose-example"),
                by(all, "ben-sample"),
                between(all, null, NOON.plusMillis(1)),
                between(all, NOON, NOON.plusNanos(1)))) {
            assertThat(index.find(query).hits())
                    .as("%s", query)
                    .extracting(Hit::id)
                    .containsExactly(post.id());
        }
        assertThat(index.find(inSeries(all, "none")).hits()).isEmpty();
        assertThat(index.find(between(all, NOON.plusMillis(2), null)).hits()).isEmpty();
        assertThat(index.find(between(all, Instant.MIN, Instant.MAX)).total()).isEqualTo(2);
    }

    @Test
    void aFilterAloneListsTheNewest() {
        var older = put(aPost().tagged("windows").publishedAt(NOON));
        var newer = put(aPost().tagged("windows").publishedAt(NOON.plusSeconds(1)));
        put(aPost().tagged("linux"));

        var query = new SearchQuery("", null, "windows", null, null, null, 1, 10, SearchQuery.Order.RELEVANCE);

        assertThat(index.find(query).hits()).extracting(Hit::id).containsExactly(newer.id(), older.id());
    }

    @Test
    void pagesFollowOneAnotherAndEnd() {
        var all = IntStream.range(0, 25)
                .mapToObj(n -> put(aPost().title("loader").publishedAt(NOON.minusSeconds(n)))
                        .id())
                .toList();
        var query = newestFirst(SearchQuery.of("loader"));

        var pages = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> index.find(page(query, page, 10)))
                .toList();

        assertThat(pages).extracting(page -> page.hits().size()).containsExactly(10, 10, 5, 0);
        assertThat(pages).flatExtracting(SearchResult::hits).extracting(Hit::id).containsExactlyElementsOf(all);
        assertThat(pages).allMatch(page -> page.total() == 25 && page.totalIsExact());
    }

    @Test
    void aTotalThatWasNotCountedToItsEndSaysSo() {
        index.put(posts(3_000, n -> "loader " + "x ".repeat(n % 7)));

        var result = index.find(SearchQuery.of("loader"));

        assertThat(result.totalIsExact()).isFalse();
        assertThat(result.total()).isBetween(1_000L, 3_000L);
    }

    @Test
    void aTypoIsCorrectedWhenNothingElseIsFound() {
        var post = put(aPost().text("A phishing campaign"));

        var result = index.find(SearchQuery.of("phishnig campain"));

        assertThat(result.hits()).extracting(Hit::id).containsExactly(post.id());
        assertThat(result.corrections())
                .containsExactly(
                        new Correction("phishnig", List.of("phishing")),
                        new Correction("campain", List.of("campaign")));
    }

    @Test
    void whatIsFoundAsItWasTypedIsNotTakenForATypo() {
        IntStream.range(0, 5).forEach(n -> put(aPost().text("vishing " + n)));
        put(aPost().text("phishing"));

        var result = index.find(SearchQuery.of("vishing"));

        assertThat(result.total()).isEqualTo(5);
        assertThat(result.corrections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.con",
                "1.2.3.5",
                "CVE-2026-1235",
                "apt29",
                "d41d8cd98f00b204e9800998ecf8427f",
                "lod",
                "\"phishnig\"",
                "phishnig*"
            })
    void indicatorsNumbersShortWordsAndWhatIsQuotedAreMeantAsTyped(String query) {
        put(aPost().text("evil[.]com 1.2.3.4 CVE-2026-1234 apt28 d41d8cd98f00b204e9800998ecf8427e load phishing"));

        var result = index.find(SearchQuery.of(query));

        assertThat(result.hits()).isEmpty();
        assertThat(result.corrections()).isEmpty();
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOneAndAnEarlierOneChangesNothing() {
        var second = put(aPost().revision(2).title("Second"));

        index.put(List.of(entry(aPost().id(second.id()).revision(1).title("First"))));
        index.put(List.of(entry(aPost().id(second.id()).revision(3).title("Third"))));

        assertThat(found("first")).isEmpty();
        assertThat(found("second")).isEmpty();
        assertThat(found("third")).containsExactly(second.id());
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void aWithdrawnPostIsNotFoundAndDoesNotComeBack() {
        var post = put(aPost().title("Gone"));

        index.put(List.of(new Tombstone(post.id(), 2, "gone", List.of(), null, NOON)));
        index.put(List.of(post));

        assertThat(found("gone")).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void ofTwoRevisionsInOneBatchTheLaterCounts() {
        var id = UUID.randomUUID();

        index.put(List.of(
                entry(aPost().id(id).revision(2).title("Second")),
                entry(aPost().id(id).title("First"))));

        assertThat(found("second")).containsExactly(id);
        assertThat(found("first")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[.]", "a", "a[.]", "evil.com ", "the ", "\uD83D", "é", "1.", "<b>", "網"})
    void aHugeHostilePostIsIndexedAndShownInTime(String piece) {
        var post = aPost().text(piece.repeat(4 * 1024 * 1024 / piece.length()) + " end");
        var began = System.nanoTime();

        var entry = put(post);
        var result = index.find(SearchQuery.of("loader end"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(result.hits()).extracting(Hit::id).containsExactly(entry.id());
    }

    @Test
    void noQueryBreaksTheIndex() {
        put(aPost().text("phishing evil[.]com the of and"));
        var dice = new Random(5);
        var parts = List.of(
                "\"",
                "*",
                "-",
                "phi",
                " ",
                "evil.com",
                "[.]",
                "(",
                "~2",
                "AND",
                "title:",
                "/.*/",
                "\\",
                "é",
                "網",
                "\uD83D",
                "the",
                "@",
                "\u0000",
                "?",
                "{",
                "^9",
                "'",
                "&&",
                "OR ",
                "..",
                "://");

        for (var round = 0; round < 3_000; round++) {
            var text = dice.ints(1 + dice.nextInt(16), 0, parts.size())
                    .mapToObj(parts::get)
                    .reduce("", String::concat);
            assertThat(index.find(SearchQuery.of("x" + text)).page()).as(text).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a* b* c*",
                "abc* abd* abe* abf* abg* abh* abi* abj* abk* abl* abm* abn* abo* abp* abq* abr*",
                "\"a a a a a a a a a a a a a a a a\"",
                "((((((((((",
                "????????",
                "*",
                "**",
                "\"",
                "-\"",
                "~~~~",
                "-a* -b*",
                "abcdefghijk bbcdefghijk cbcdefghijk dbcdefghijk ebcdefghijk fbcdefghijk gbcdefghijk hbcdefghijk"
            })
    void aHostileQueryIsAnsweredSoon(String query) {
        var words = IntStream.range(0, 26 * 26)
                .mapToObj(n -> "ab" + (char) ('a' + n / 26) + (char) ('a' + n % 26) + n)
                .toList();
        index.put(posts(200, n -> String.join(" ", words) + " a".repeat(n)));
        var began = System.nanoTime();

        var result = index.find(SearchQuery.of(query));

        assertThat(result.hits()).hasSizeLessThanOrEqualTo(10);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @CanIgnoreReturnValue
    private Entry put(PublicPosts post) {
        var entry = entry(post);
        index.put(List.of(entry));
        return entry;
    }

    private static List<ProjectedPost> posts(int number, IntFunction<String> text) {
        return IntStream.range(0, number)
                .<ProjectedPost>mapToObj(n -> entry(aPost().text(text.apply(n))))
                .toList();
    }

    private List<UUID> found(String text) {
        return index.find(SearchQuery.of(text)).hits().stream().map(Hit::id).toList();
    }

    private static Entry entry(PublicPosts post) {
        return new Entry(post.build(), null, NOON);
    }
}
