package org.vedette.feed.search.index;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.UnreadableEntries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.Hit.TextPart;
import org.vedette.feed.search.SearchQuery;

class HitHighlighterTests {

    private static final String FILLER = "Nothing of note was seen in this part of the report. ".repeat(8);

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
    void whatWasSearchedForIsMarkedInTheTitle() {
        var hit = hit("loaders", "Two <b>Loaders</b> & a loader", "x");

        assertThat(hit.title())
                .containsExactly(
                        new TextPart("Two <b>", false),
                        new TextPart("Loaders", true),
                        new TextPart("</b> & a ", false),
                        new TextPart("loader", true));
    }

    @Test
    void anIndicatorIsMarkedAsItStandsInTheText() {
        assertThat(shown(hit("evil.com", "x", "Block evil[.]com now."))).containsExactly("Block [evil[.]com] now.");
        assertThat(shown(hit("hxxps://evil.com/gate", "x", "Block http[:]//login.evil(.)com/gate now.")))
                .containsExactly("Block http[:]//login.[evil(.)com/gate] now.");
        assertThat(shown(hit("a@evil.com", "x", "Block a[at]evil[dot]com now.")))
                .containsExactly("Block [a[at]evil[dot]com] now.");
    }

    @Test
    void aPhraseIsMarkedAsOneAndItsWordsAloneAreNot() {
        assertThat(shown(hit("\"night shift\"", "x", "At night, the night\n shift starts.")))
                .containsExactly("At night, the [night shift] starts.");
    }

    @Test
    void aFragmentIsCutBetweenWordsAroundWhatWasFound() {
        var fragments = shown(hit("midnight", "x", FILLER + "It waits until midnight for its turn. " + FILLER));

        assertThat(fragments).singleElement().asString().matches("…\\w.* It waits until \\[midnight\\] for .*\\w\\.?…");
        assertThat(fragments.get(0).length()).isBetween(150, 210);
    }

    @Test
    void twoTermsFarApartAreShownInTwoFragmentsInTheOrderOfTheText() {
        var fragments = shown(hit("midnight macro", "x", FILLER + "A macro. " + FILLER + "At midnight. " + FILLER));

        assertThat(fragments).hasSize(2);
        assertThat(fragments.get(0)).contains("[macro]").doesNotContain("midnight");
        assertThat(fragments.get(1)).contains("[midnight]").doesNotContain("macro");
    }

    @Test
    void thePassageWithMostTermsIsShown() {
        var text = "A macro. " + FILLER + "A macro at midnight. " + FILLER;

        assertThat(shown(hit("midnight macro", "x", text)))
                .anySatisfy(fragment -> assertThat(fragment).contains("[macro] at [midnight]"));
    }

    @Test
    void theBeginningIsShownWhenTheBodyHasNothingOfIt() {
        var fragments = shown(hit("loader", "A loader", FILLER));

        assertThat(fragments)
                .singleElement()
                .asString()
                .startsWith("Nothing of note")
                .endsWith("…");
    }

    @Test
    void anEmptyBodyHasNoFragment() {
        assertThat(hit("loader", "A loader", " \n").fragments()).isEmpty();
    }

    @Test
    void aCorrectedWordIsMarkedToo() {
        assertThat(shown(hit("campain", "x", "A campaign."))).containsExactly("A [campaign].");
    }

    @Test
    void whatAPrefixFoundIsMarkedWhole() {
        assertThat(shown(hit("phis*", "x", "A phishing mail."))).containsExactly("A [phishing] mail.");
    }

    @Test
    void noCharacterIsCutInTwo() {
        var text = "🙂".repeat(500) + " midnight " + "🙂".repeat(500);

        var fragment = shown(hit("midnight", "x", text)).get(0);

        assertThat(fragment.codePoints()).noneMatch(letter -> letter >= 0xD800 && letter <= 0xDFFF);
    }

    private Hit hit(String query, String title, String text) {
        var entry = new Entry(aPost().title(title).standfirst(null).text(text).build(), null, Instant.EPOCH);
        index.put(List.of(entry));
        return index.find(SearchQuery.of(query)).hits().stream()
                .filter(hit -> hit.id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(Hit hit) {
        return hit.fragments().stream()
                .map(fragment -> fragment.stream()
                        .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
                        .collect(joining()))
                .toList();
    }
}
