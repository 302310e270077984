package org.vedette.feed.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.search.Clause.Kind.PHRASE;
import static org.vedette.feed.search.Clause.Kind.PREFIX;
import static org.vedette.feed.search.Clause.Kind.WORD;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseTests {

    @Test
    void wordsPhrasesExclusionsAndPrefixesAreTold() {
        var clauses = Clause.parse("loader \"night shift\" -macro -\"old news\" phish*");

        assertThat(clauses)
                .containsExactly(
                        new Clause(WORD, "loader", false),
                        new Clause(PHRASE, "night shift", false),
                        new Clause(WORD, "macro", true),
                        new Clause(PHRASE, "old news", true),
                        new Clause(PREFIX, "phish", false));
    }

    @Test
    void theQuotesOfPrintersAreQuotes() {
        assertThat(Clause.parse("“night shift” «day»"))
                .containsExactly(new Clause(PHRASE, "night shift", false), new Clause(PHRASE, "day", false));
    }

    @Test
    void aQuoteThatIsNeverClosedHoldsTheRest() {
        assertThat(Clause.parse("loader \"night shift")).contains(new Clause(PHRASE, "night shift", false));
    }

    @Test
    void aShortPrefixIsAWord() {
        assertThat(Clause.parse("ph*")).containsExactly(new Clause(WORD, "ph", false));
    }

    @Test
    void aMinusInsideAWordExcludesNothing() {
        assertThat(Clause.parse("spear-phishing")).containsExactly(new Clause(WORD, "spear-phishing", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\"", "\" \"", "-", "*", "-\"", "-*", "\t\u0000\u00A0\u2003"})
    void whatAsksForNothingIsNoClause(String text) {
        var asked = Clause.parse(text).stream()
                .filter(clause -> clause.text().chars().anyMatch(Character::isLetter));

        assertThat(asked).isEmpty();
    }

    @Test
    void noTextIsRefused() {
        var dice = new Random(3);
        var signs = "\"“*- \t()[]{}:.+&|!^~?\\/@<>aé網\uD83D\u0000'’";

        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var length = dice.nextInt(30); length > 0; length--) {
                text.append(signs.charAt(dice.nextInt(signs.length())));
            }
            assertThat(Clause.parse(text.toString()))
                    .allMatch(clause -> !clause.text().isBlank());
        }
    }
}
