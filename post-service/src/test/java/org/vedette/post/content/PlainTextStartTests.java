package org.vedette.post.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextStartTests {

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(PlainText.start("ab\uD83D\uDE00c", 3)).isEqualTo("ab");
        assertThat(PlainText.start("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00");
        assertThat(PlainText.start("abc", 3)).isEqualTo("abc");
    }
}
