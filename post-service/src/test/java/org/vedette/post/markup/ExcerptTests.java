package org.vedette.post.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void aShortTextIsItsOwnExcerpt() {
        assertThat(Excerpt.of("One line.\n\nAnother  line.")).isEqualTo("One line. Another line.");
    }

    @Test
    void aTextOfExactlyThreeHundredCharactersIsNotCut() {
        assertThat(Excerpt.of("a".repeat(300))).isEqualTo("a".repeat(300));
    }

    @Test
    void aLongTextIsCutAtAWord() {
        var excerpt = Excerpt.of("words, ".repeat(100));

        assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.MAX).endsWith("words…");
    }

    @Test
    void aLongWordIsCutBetweenCharacters() {
        var excerpt = Excerpt.of("🦊".repeat(300));

        assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.MAX).endsWith("🦊…");
    }
}
