package org.vedette.post.authors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.content.InvalidValueException;

class AuthorSlugTests {

    @ParameterizedTest
    @CsvSource({
        "Ada Example,ada-example",
        "Zoë  O'Hara-Łuk,zoe-ohara-luk",
        "C. Lee,c-lee",
        "李 雷,li-lei",
        "Лев Толстой,lev-tolstoj",
        "🦊,fox-face",
        "🐻 ️,bear-face",
        "???,question-mark-question-mark-question-mark",
    })
    void aNameIsTransliteratedAndASymbolIsNamed(String name, String slug) {
        assertThat(AuthorSlug.of(name)).hasToString(slug);
    }

    @Test
    void aNameThatSaysNothingHasASlugNevertheless() {
        assertThat(AuthorSlug.of("\u200D")).hasToString("author");
    }

    @Test
    void theSlugOfALongNameEndsWithAWord() {
        assertThat(AuthorSlug.of("Ada ".repeat(25)).value()).hasSize(79).endsWith("-ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "-a", "a b", "🦊"})
    void whatIsNoPathSegmentIsRefused(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new AuthorSlug(text));
    }
}
