package org.vedette.feed.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.search.SearchQueries.tagged;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.Hit.TextPart;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult.Correction;

class WordMatchingTests {

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
    void aWordThatOnlyAWithdrawnPostHadIsNoCorrection() {
        put("We saw malvare again.");
        var withdrawn = put("We saw malwurre again.");

        index.put(List.of(new Tombstone(withdrawn, 2, "gone", List.of(), null, NOON)));

        assertThat(index.find(SearchQuery.of("malwarre")).corrections())
                .containsExactly(new Correction("malwarre", List.of("malvare")));
    }

    @ParameterizedTest
    @CsvSource({
        "ransom, ransomware, random",
        "phish, phishing, fish",
        "apt, APT28, ape",
        "mal, malware, mail",
        "ransoms, ransomware, random"
    })
    void aWordFindsLongerWordsThatBeginWithIt(String query, String longer, String similar) {
        var post = put("We saw " + longer + " again.");
        IntStream.range(0, 5).forEach(n -> put("We saw " + similar + " again."));

        var result = index.find(SearchQuery.of(query));

        assertThat(result.hits()).extracting(Hit::id).containsExactly(post);
        assertThat(result.corrections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "脅威, 最新の脅威インテリジェンス, 威脅と言う",
        "インテリジェンス, 最新の脅威インテリジェンス, インテリア",
        "钓鱼邮件, 本周的钓鱼邮件增加了, 钓到鱼的邮件",
        "피싱, 스피어피싱을 조심하라, 싱피",
        "ภัยคุกคาม, รายงานภัยคุกคามประจำสัปดาห์, คุกคามภัย",
        "威胁, Emotet威胁又来了, 威力",
        "API, サーバーAPIの悪用, サーバー",
    })
    void aWordOfAScriptWithoutSpacesIsFoundWithinItsSentence(String query, String text, String other) {
        var post = put(text);
        put(other);

        assertThat(found(query)).containsExactly(post);
    }

    @Test
    void twoCharactersFindAPostInChinese() {
        var post = put("zh-Hans", "本周的钓鱼邮件增加了");

        assertThat(found("钓鱼")).containsExactly(post);
        assertThat(found("鱼钓")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Hinweis, Hinwei", "Kies, ky", "'\"Hinweis auf Kies\"', '\"Hinwei auf ky\"'"})
    void aWordThatOnlyLooksLikeAnEnglishPluralIsNoneInAnotherLanguage(String query, String stem) {
        var german = put("de", "Ein Hinweis auf Kies.");

        assertThat(found(query)).containsExactly(german);
        assertThat(found('"' + stem.replace("\"", "") + '"')).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tests", "\"neue tests\"", "\"neue tests*\"", "tes*"})
    void oneQueryFindsPostsOfEveryLanguage(String query) {
        var english = put("en-GB", "Neue tests of a loader");
        var german = put("de", "Neue Tests eines Laders");

        assertThat(found(query)).containsExactlyInAnyOrder(english, german);
        assertThat(found("neue -tests")).isEmpty();
    }

    @Test
    void aMatchIsMarkedInEveryLanguage() {
        put("de", "Ein Hinweis auf Kies.");

        var hit = index.find(SearchQuery.of("kies")).hits().get(0);

        assertThat(marked(hit.fragments().get(0))).isEqualTo("Ein Hinweis auf [Kies].");
    }

    @Test
    void aWordOfAScriptWithoutSpacesIsMarkedAndExcluded() {
        var post = put("最新の脅威インテリジェンス");

        var hit = index.find(SearchQuery.of("脅威")).hits().get(0);

        assertThat(marked(hit.fragments().get(0))).isEqualTo("最新の[脅威]インテリジェンス");
        assertThat(found("最新 -脅威")).isEmpty();
        assertThat(found("最新 -威脅")).containsExactly(post);
    }

    @Test
    void exactMatchesComeBeforeLongerWordsWhateverTheirPlace() {
        var longer = put(NOON.plusSeconds(2), "Phishing, phishing", "Phishing after phishing.");
        var exact =
                put(NOON, "Notes", "A long report in which the word phish is said once. " + "And more. ".repeat(50));

        assertThat(found("phish")).containsExactly(exact, longer);
        assertThat(found("phish phish")).containsExactly(exact, longer);
    }

    @Test
    void aPostWithAllWordsAsTypedComesBeforeOneWithALongerWord() {
        var longer = put(NOON.plusSeconds(2), "Loader phishing loader phishing", "Loader phishing.");
        var exact = put(NOON, "Notes", "The loader was sent by a phish. " + "And more. ".repeat(50));

        assertThat(found("loader phish")).containsExactly(exact, longer);
    }

    @Test
    void longerWordsAreFoundInsideAFilterTooThoughOthersHaveTheWordAsTyped() {
        IntStream.range(0, 20).forEach(n -> put("A ransom was paid."));
        var tagged = new Entry(aPost().text("Ransomware again").tagged("kits").build(), null, NOON);
        index.put(List.of(tagged));

        var hits = index.find(tagged(SearchQuery.of("ransom"), "kits")).hits();

        assertThat(hits).extracting(Hit::id).containsExactly(tagged.id());
    }

    @Test
    void whereManyPostsHaveTheWordNoLongerOneIsFound() {
        var exact =
                IntStream.range(0, 10).mapToObj(n -> put("A ransom was paid.")).toList();
        put("Ransomware");

        assertThat(found("ransom")).containsExactlyInAnyOrderElementsOf(exact);
    }

    @Test
    void longerWordsAreNeitherFoundForNumbersNorForIndicatorsNorForPhrases() {
        put("1234567 evil[.]community phishing d41d8cd98f00b204e9800998ecf8427e");

        for (var query : List.of("1234", "evil.com", "\"phish\"", "d41d8cd9", "-x ph")) {
            assertThat(found(query)).as(query).isEmpty();
        }
    }

    @Test
    void nothingIsCorrectedWhenOnePostHasTheWordAsTyped() {
        var typed = put("The campain of last week");
        IntStream.range(0, 5).forEach(n -> put("A campaign"));

        var result = index.find(SearchQuery.of("campain"));

        assertThat(result.hits()).extracting(Hit::id).containsExactly(typed);
        assertThat(result.corrections()).isEmpty();
    }

    @Test
    void aTypoIsCorrectedBesideABeginningOfAWord() {
        var post = put("Ransomware sent by phishing");
        put("Random fishing");

        var result = index.find(SearchQuery.of("ransom phishnig"));

        assertThat(result.hits()).extracting(Hit::id).containsExactly(post);
        assertThat(result.corrections()).containsExactly(new Correction("phishnig", List.of("phishing")));
    }

    @Test
    void aNearWordIsACorrectionBeforeMoreFrequentWordsThatAreFurther() {
        put("Signs of exfiltration");
        IntStream.range(0, 5).forEach(n -> put("Exfiltrating data"));

        var result = index.find(SearchQuery.of("exfiltratoin"));

        assertThat(result.corrections())
                .containsExactly(new Correction("exfiltratoin", List.of("exfiltration", "exfiltrating")));
    }

    @ParameterizedTest
    @CsvSource({"cafe, café", "café, cafe", "CAFÉ, Café", "uber, über", "lodz, Łódź", "strasse, Straße"})
    void accentsFold(String query, String text) {
        var post = put("We met at the " + text + " again.");
        IntStream.range(0, 5).forEach(n -> put("They came to a case and a cave, under ober and lod."));

        var result = index.find(SearchQuery.of(query));

        assertThat(result.hits()).extracting(Hit::id).containsExactly(post);
        assertThat(result.corrections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c++, 'Written in C++.'",
        "C++, 'a C++17 program'",
        "c#, 'Written in C#, they say'",
        "c#, '(C#)'",
        ".net, 'a .NET loader'",
        ".NET, 'C#/.NET loader'"
    })
    void namesWithSignsAreWords(String query, String text) {
        var post = put(text);
        put("Written in C, vitamin c, on the net of a.c.example.net in C-- and F#.");

        assertThat(found(query)).containsExactly(post);
    }

    @Test
    void aNameWithSignsIsFoundByItsWordToo() {
        var post = put("Notepad++ and .NET");

        assertThat(found("notepad")).containsExactly(post);
        assertThat(found("net")).containsExactly(post);
    }

    @Test
    void anIssueNumberIsNoName() {
        var post = put("Section C#5 of page c#");

        assertThat(found("c#")).containsExactly(post);
        assertThat(marked(index.find(SearchQuery.of("c#"))
                        .hits()
                        .get(0)
                        .fragments()
                        .get(0)))
                .isEqualTo("Section C#5 of page [c#]");
    }

    @Test
    void aHitByTagOrBylineShowsWhy() {
        index.put(List.of(new Entry(
                aPost().title("x")
                        .standfirst("It waits.")
                        .text("y")
                        .by("José Example", "Night Labs")
                        .tagged("windows", "macro")
                        .inSeries("brief", "Weekly Brief")
                        .build(),
                null,
                NOON)));

        assertThat(match("macro")).isEqualTo("TAG [macro]");
        assertThat(match("jose")).isEqualTo("BYLINE [José] Example");
        assertThat(match("labs")).isEqualTo("BYLINE Night [Labs]");
        assertThat(match("\"weekly brief\"")).isEqualTo("SERIES [Weekly Brief]");
        assertThat(match("waits")).isEqualTo("STANDFIRST It [waits].");
        assertThat(match("win*")).isEqualTo("TAG [windows]");
    }

    @Test
    void aHitByTitleAndBodyHasNoOtherMatch() {
        put("A loader");

        assertThat(index.find(SearchQuery.of("loader")).hits().get(0).matches()).isEmpty();
    }

    @Test
    void aPrefixEndsAPhrase() {
        var post = put("spear phishing at login.evil[.]com/gate");
        put("phishing without a spear");

        assertThat(found("spear-phis*")).containsExactly(post);
        assertThat(found("login.evil.com/gat*")).containsExactly(post);
        assertThat(found("evil.com/gat*")).containsExactly(post);
    }

    @CanIgnoreReturnValue
    private UUID put(String text) {
        return put(NOON, "Untitled", text);
    }

    @CanIgnoreReturnValue
    private UUID put(String language, String text) {
        var entry = new Entry(
                aPost().in(language)
                        .title("1")
                        .standfirst(null)
                        .text(text)
                        .publishedAt(NOON)
                        .build(),
                null,
                NOON);
        index.put(List.of(entry));
        return entry.id();
    }

    private UUID put(Instant publishedAt, String title, String text) {
        var entry = new Entry(
                aPost().title(title)
                        .standfirst(null)
                        .text(text)
                        .publishedAt(publishedAt)
                        .build(),
                null,
                NOON);
        index.put(List.of(entry));
        return entry.id();
    }

    private List<UUID> found(String text) {
        return index.find(SearchQuery.of(text)).hits().stream().map(Hit::id).toList();
    }

    private String match(String query) {
        var matches = index.find(SearchQuery.of(query)).hits().get(0).matches();
        assertThat(matches).hasSize(1);
        return matches.get(0).field() + " " + marked(matches.get(0).value());
    }

    private static String marked(List<TextPart> parts) {
        var all = new StringBuilder();
        parts.forEach(part -> all.append(part.marked() ? "[" + part.text() + "]" : part.text()));
        return all.toString();
    }
}
