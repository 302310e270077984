package org.vedette.feed.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TeaserTests {

    private static final String NINETY = "x".repeat(90);

    @Test
    void aShortTextStandsWhole() {
        var teaser = PostSummaryMapper.teaser("The loader sleeps until the night shift starts.");

        assertThat(teaser).isEqualTo("The loader sleeps until the night shift starts.");
    }

    @Test
    void aTextOfExactlyOneHundredCharactersStandsWhole() {
        var text = NINETY + " 123456789";

        var teaser = PostSummaryMapper.teaser(text);

        assertThat(teaser).isEqualTo(text);
    }

    @Test
    void aLongTextIsCutAfterTheLastWordThatFits() {
        var teaser = PostSummaryMapper.teaser(NINETY + " 12345 12345 12345");

        assertThat(teaser).isEqualTo(NINETY + " 12345…");
    }

    @Test
    void aWordThatEndsAtOneHundredCharactersFits() {
        var teaser = PostSummaryMapper.teaser(NINETY + " 123456789 more");

        assertThat(teaser).isEqualTo(NINETY + " 123456789…");
    }

    @Test
    void noCommaOrDashStandsBeforeTheEllipsis() {
        var teaser = PostSummaryMapper.teaser(NINETY + " one, – 123456789");

        assertThat(teaser).isEqualTo(NINETY + " one…");
    }

    @Test
    void anExcerptHasTheTeaserOfItsText() {
        var text = "The loader sleeps until\nthe night shift starts. ".repeat(20);
        var excerpt = text.replace('\n', ' ').substring(0, 293) + "…";

        var teaser = PostSummaryMapper.teaser(excerpt);

        assertThat(teaser).isEqualTo(PostSummaryMapper.teaser(text));
    }

    @Test
    void linesAndParagraphsBecomeOneLine() {
        var teaser = PostSummaryMapper.teaser("  First line\nsecond\t line\n\nthird  ");

        assertThat(teaser).isEqualTo("First line second line third");
    }

    @Test
    void aWordWithoutEndIsCutBetweenCharacters() {
        var teaser = PostSummaryMapper.teaser("x".repeat(99) + "😀".repeat(40));

        assertThat(teaser).isEqualTo("x".repeat(99) + "…");
    }
}
