package org.vedette.post.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    @Test
    void aTitleIsNormalizedToOneLine() {
        assertThat(new Title("  A loader\n\tthat \u00A0 waits ").value()).isEqualTo("A loader that waits");
    }

    @Test
    void textIsComposedToNfc() {
        assertThat(new Title("Cafe\u0301").value()).isEqualTo("Caf\u00E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u00A0", "\u200B\u2060"})
    void aBlankTitleIsRefused(String nothing) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Title(nothing))
                .withMessage("must not be blank");
    }

    @Test
    void aTitleHasAtMostTwoHundredCharacters() {
        assertThat(new Title("a".repeat(200)).value()).hasSize(200);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Title("a".repeat(201)))
                .withMessage("must have at most 200 characters, has 201");
    }

    @Test
    void aCharacterOutsideTheBasicPlaneCountsOnce() {
        assertThat(new Title("🦊".repeat(200)).value()).hasSize(400);
    }

    @Test
    void aStandfirstHasAtMostFiveHundredCharacters() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Standfirst("a".repeat(501)))
                .withMessageContaining("500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u001Bb", "a\uD83Eb", "\uDD8A", "a\uFFFE", "a\u0090b", "a\u202Eb", "a\u2066b"})
    void charactersThatCannotBePublishedAreRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Body(text))
                .withMessageContaining("cannot be published");
    }

    @Test
    void lineEndsOfABodyAreUnixOnes() {
        assertThat(new Body("one\r\ntwo\rthree\n").markdown()).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void theSizeOfABodyIsItsBytes() {
        assertThat(new Body("🦊é").size()).isEqualTo(6);
    }

    @Test
    void aBlankAffiliationCountsAsMissing() {
        assertThat(new Byline("Ada Example", " ").affiliation()).isNull();
    }
}
