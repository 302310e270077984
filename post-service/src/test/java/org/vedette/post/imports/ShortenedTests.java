package org.vedette.post.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTests {

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Shortened.of("ab\uD83D\uDE00c", 3)).isEqualTo("ab");
        assertThat(Shortened.of("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00");
        assertThat(Shortened.of("abc", 3)).isEqualTo("abc");
    }
}
