package org.vedette.pages.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.testsupport.timing.ProcessorTime;

class PostBodyTests {

    @Test
    void scrollingElementsTakeTheKeyboardFocus() {
        var body = PostBody.html("<pre><code>a</code></pre><table><tbody><tr><td>b</td></tr></tbody></table>");

        assertThat(body)
                .isEqualTo("<pre tabindex=\"0\"><code>a</code></pre>"
                        + "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table with 0 columns\" tabindex=\"0\""
                        + " data-columns=\"0 columns\"><table><tbody><tr><td>b</td></tr></tbody></table></div>");
    }

    @Test
    void codeWithALanguageTakesTheKeyboardFocusToo() {
        var body = PostBody.html("<pre data-language=\"yara\"><code class=\"language-yara\">a</code></pre>");

        assertThat(body).startsWith("<pre tabindex=\"0\" data-language=\"yara\">");
    }

    @Test
    void headerCellsHaveAScope() {
        var body = PostBody.html("<thead><tr><th>a</th><th align=\"right\">b</th></tr></thead>");

        assertThat(body)
                .isEqualTo("<thead><tr><th scope=\"col\">a</th><th scope=\"col\" align=\"right\">b</th></tr></thead>");
    }

    @Test
    void theTitleStaysTheOnlyH1() {
        var body = PostBody.html("<h1 id=\"section-a\">a</h1><h2>b</h2>");

        assertThat(body).isEqualTo("<h2 id=\"section-a\">a</h2><h2>b</h2>");
    }

    @ParameterizedTest
    @CsvSource({
        "1, table-scroll, 1 column",
        "6, table-scroll, 6 columns",
        "7, table-scroll table-wide, 7 columns",
        "12, table-scroll table-wide, 12 columns",
        "13, table-scroll table-very-wide, 13 columns"
    })
    void aTableSaysHowManyColumnsItHas(int columns, String style, String number) {
        var row = "<table><thead><tr>" + "<th>a</th>".repeat(columns) + "</tr></thead></table>";

        var frame = Jsoup.parse(PostBody.html(row)).select("div").first();

        assertThat(frame).isNotNull();
        assertThat(frame.className()).isEqualTo(style);
        assertThat(frame.attr("data-columns")).isEqualTo(number);
        assertThat(frame.attr("aria-label")).isEqualTo("Table with " + number);
    }

    @ParameterizedTest
    @CsvSource({
        "login-secure-example[.]com, 192[.]0[.]2[.]7, true",
        "d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e, x, false",
        "a-host-that-has-a-long-name[.]example, another-host-with-a-name[.]example, false"
    })
    void codeThatLeavesRoomForTheOtherColumnsStaysWholeOnPaper(String first, String second, boolean whole) {
        var body = PostBody.html("<table><tbody><tr><td><code>" + first + "</code></td><td><code>" + second
                + "</code></td></tr><tr><td>none</td><td><code>y</code></td></tr></tbody></table>");

        assertThat(Jsoup.parse(body).select(".table-short-code")).hasSize(whole ? 1 : 0);
    }

    @Test
    void onlyCellsWithMuchTextAreWide() {
        var body = PostBody.html("<table><tbody><tr><td>1</td><td class=\"align-right\">what it does when it wakes</td>"
                + "<td><code>hxxps://parcel[.]example/a/path</code></td></tr></tbody></table>");

        assertThat(Jsoup.parse(body).select("td[data-long]").eachText()).containsExactly("what it does when it wakes");
        assertThat(Jsoup.parse(body).select("td.align-right[data-long]")).hasSize(1);
    }

    @Test
    void onlyCellsWithLongWordsAreBrokenOnPaper() {
        var body = PostBody.html("<table><thead><tr><th>Rank</th><th>Fingerprint</th></tr></thead>"
                + "<tbody><tr><td>SHA-256</td><td>t13d1516h2</td></tr>"
                + "<tr><td>2016-06-30</td><td>a 2016-06-30 b</td></tr></tbody></table>");

        assertThat(Jsoup.parse(body).select("[data-long-word]").eachText())
                .containsExactly("Fingerprint", "t13d1516h2");
    }

    @ParameterizedTest
    @CsvSource({
        "https://lab.example/x, https://lab.example/x, address",
        "https://lab.example/, lab.example, address",
        "https://lab.example/x?a&#61;1, https://lab.example/x?a&#61;1, address",
        "https://lab.example/x_%28y%29, https://lab.example/x_(y), address",
        "https://lab.example/a%5B.%5Dexe, https://lab.example/a[.]exe, address",
        "https://lab.example/%25, https://lab.example/%25, address",
        "https://lab.example/x, <code>https://lab.example/x</code>, address",
        "https://lab.example/x, a lab, ''",
        "#section-a, #section-a, ''",
    })
    void aLinkThatShowsItsAddressIsMarked(String address, String text, String style) {
        var body = PostBody.html("<p><a href=\"" + address + "\">" + text + "</a></p>");

        assertThat(Jsoup.parse(body).select("a").attr("class")).isEqualTo(style);
    }

    @Test
    void aLinkBackFromAFootnoteHasANameAndStaysWithTheText() {
        var body = PostBody.html("<li id=\"fn-1\"><p>In June. <a href=\"#fnref-1\" class=\"footnote-backref\">↩</a>"
                + " <a href=\"#fnref-1-2\" class=\"footnote-backref\">↩<sup>2</sup></a></p></li>");

        assertThat(Jsoup.parse(body).select(".footnote-backref").eachAttr("aria-label"))
                .containsExactly("Back to reference 1", "Back to reference 1-2");
        assertThat(body).contains("June.\u00A0<a", "</a>\u00A0<a");
    }

    @Test
    void footnotesHaveAHeadingForThoseWhoHearThePage() {
        var body = PostBody.html("<p>a</p>\n<section class=\"footnotes\">\n<ol><li id=\"fn-1\">b</li></ol></section>");

        var notes = Jsoup.parse(body).select("section.footnotes[aria-labelledby=footnotes]");
        assertThat(notes.select("h2#footnotes.visually-hidden").eachText()).containsExactly("Footnotes");
        assertThat(notes.select("li").eachText()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\n", "\t \n", "<a href=\"https://a.example\">a</a>", "<p> </p>", "\u4e2d ", "&lt;pre "})
    void aHugePostCostsNoMoreThanItsSize(String unit) {
        var small = processorTime(unit.repeat(50_000));
        var large = processorTime(unit.repeat(400_000));

        // Eight times the text; a search that begins anew at each blank would take 64 times as long.
        assertThat(large).isLessThan(small.multipliedBy(16).plusMillis(500));
    }

    private static Duration processorTime(String content) {
        return ProcessorTime.of(() -> assertThat(PostBody.html("<pre><code>" + content + "a</code></pre>"))
                .endsWith("a</code></pre>"));
    }

    @Test
    void textAboutTagsIsLeftAlone() {
        var html = "<p>&lt;h1&gt; and <code>&lt;table&gt;</code></p>";

        var body = PostBody.html(html);

        assertThat(body).isEqualTo(html);
    }
}
