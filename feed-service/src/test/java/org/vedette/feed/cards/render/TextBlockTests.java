package org.vedette.feed.cards.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBlockTests {

    private final Typeface typeface = Typeface.load();

    @Test
    void aShortTextIsLargeAndInOneLine() {
        var block = TextBlock.fit("A loader", typeface, 1_000, 300);

        assertThat(block.lines()).containsExactly("A loader");
        assertThat(block.size()).isEqualTo(76);
    }

    @Test
    void aLongTextIsSmallerAndKeepsAllItsWords() {
        var text =
                "A loader that waits for the night shift and then does what it was told to do by those who sent it there";

        var block = TextBlock.fit(text, typeface, 1_000, 300);

        assertThat(String.join(" ", block.lines())).isEqualTo(text);
        assertThat(block.size()).isLessThan(76);
    }

    @Test
    void aTextThatDoesNotFitEndsWithAnEllipsis() {
        var block = TextBlock.fit("word ".repeat(200).strip(), typeface, 1_000, 300);

        assertThat(block.lines()).last().asString().endsWith("…");
        assertThat(block.lines()).allMatch(line -> typeface.width(line, block.size()) <= 1_000);
    }

    @Test
    void aWordThatIsWiderThanTheLineIsBroken() {
        var hash = "d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e";

        var block = TextBlock.fit("Found " + hash, typeface, 1_000, 300);

        assertThat(String.join("", block.lines())).isEqualTo("Found" + hash);
        assertThat(block.lines()).hasSizeGreaterThan(2);
    }
}
