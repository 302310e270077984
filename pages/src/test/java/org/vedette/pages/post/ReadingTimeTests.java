package org.vedette.pages.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTimeTests {

    @Test
    void readingTakesAMinuteAtLeast() {
        var readingTime = PostBody.readingTime("Two words");

        assertThat(readingTime).isEqualTo("1 min read");
    }

    @Test
    void readingTimeGrowsWithTheWords() {
        var readingTime = PostBody.readingTime("word ".repeat(920));

        assertThat(readingTime).isEqualTo("4 min read");
    }

    @Test
    void readingTimeGrowsWithTheCharactersOfScriptsWithoutBlanks() {
        var readingTime = PostBody.readingTime("威胁情报".repeat(2_100));

        assertThat(readingTime).isEqualTo("17 min read");
    }

    @Test
    void signsBetweenThoseCharactersAreNoWords() {
        var readingTime = PostBody.readingTime("威胁，情报。".repeat(2_100));

        assertThat(readingTime).isEqualTo("17 min read");
    }

    @Test
    void wordsBetweenThoseCharactersAreReadToo() {
        var readingTime = PostBody.readingTime("使用Emotet的威胁情报".repeat(500));

        assertThat(readingTime).isEqualTo("9 min read");
    }
}
