package org.vedette.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evil.example | seen at evil[.]example today",
                "evil.example | seen at hxxps://www.evil(.)example/login?x=1, twice",
                "evil.example | mail from boss@evil[dot]example.",
                "evil[.]example | seen at evil.example:8443.",
                "hxxp://evil.example/a | the page evil[.]example/a",
                "CVE-2026-12345 | exploits of cve-2026-12345 (critical)",
                "qakbot | QakBot's return",
                "Émotet | about emotet",
                "192.0.2.1 | from 192[.]0[.]2[.]1:443",
                "2001:db8::1 | from 2001:db8::1",
                "d41d8cd98f00b204e9800998ecf8427e | D41D8CD98F00B204E9800998ECF8427E",
                "report | the weekly-report",
            })
    void aWatchTermIsFoundHoweverItIsWritten(String typed, String text) {
        assertThat(Words.of(text)).contains(WatchTerm.parse(typed).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evil.example | notevil.example",
                "evil.example | evil.example.org",
                "bot | qakbot",
                "CVE-2026-1234 | CVE-2026-12345",
            })
    void aPartOfAWordIsNotFound(String typed, String text) {
        assertThat(Words.of(text))
                .doesNotContain(WatchTerm.parse(typed).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ab", "two words", "a<b>c", "...", "a\nb"})
    void whatIsNotOneWordIsNoWatchTerm(String typed) {
        assertThat(WatchTerm.parse(typed)).isEmpty();
    }

    @Test
    void aTermThatIsTooLongIsRefused() {
        assertThat(WatchTerm.parse("a".repeat(WatchTerm.MAX_LENGTH + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.", "[.", "-", "a@", "x://", ":/"})
    void aHostileTextEnds(String part) {
        assertThatNoException().isThrownBy(() -> Words.of(part.repeat(500_000)));
    }
}
