package org.vedette.feed.site.indexes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.feed.site.indexes.NameIndexPage.Item;

class AlphabeticalOrderTests {

    @ParameterizedTest
    @CsvSource({
        "phishing, P",
        "árbol, A",
        "ǆ, D",
        "λόγος, Λ",
        "ёлка, Ё",
        "йод, Й",
        "日本語, Han",
        "かな, Hiragana",
        "한국, Hangul",
        "'.net', '#'",
        "2fa, '#'",
        "𐐨, 𐐀",
        "שלום, ש",
        "سلام, س"
    })
    void aNameStandsUnderItsFirstLetter(String name, String heading) {
        assertThat(AlphabeticalOrder.heading(name)).isEqualTo(heading);
    }

    @Test
    void namesAreSortedAsInADictionaryScriptByScript() {
        var sorted = sorted("zoo", "日本", "Éclair", "ελ", "eclair", "яд", "apt", ".net", "ab", "eclipse");

        assertThat(sorted).containsExactly(".net", "ab", "apt", "eclair", "Éclair", "eclipse", "zoo", "ελ", "яд", "日本");
    }

    @Test
    void namesThatDifferInCaseOrAccentsStandTogether() {
        var sections = AlphabeticalOrder.sections(AlphabeticalOrder.sorted(Stream.of("élan", "Eve", "eager")
                .map(AlphabeticalOrderTests::item)
                .toList()));

        assertThat(sections).extracting(NameIndexPage.Section::heading).containsExactly("E");
    }

    private static Stream<String> sorted(String... names) {
        return AlphabeticalOrder.sorted(
                        Stream.of(names).map(AlphabeticalOrderTests::item).toList())
                .stream()
                .map(Item::name);
    }

    private static Item item(String name) {
        return new Item(name, "/tags/" + name, null, 1);
    }
}
