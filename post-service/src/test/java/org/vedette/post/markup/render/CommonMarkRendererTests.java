package org.vedette.post.markup.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonMarkRendererTests {

    private final CommonMarkRenderer markup = new CommonMarkRenderer();

    @Test
    void emphasisAndLinksAreRendered() {
        assertThat(html("The *loader* from [a lab](https://lab.example/a?b=1&c=2)."))
                .isEqualTo(
                        "<p>The <em>loader</em> from <a href=\"https://lab.example/a?b&#61;1&amp;c&#61;2\">a lab</a>.</p>");
    }

    @Test
    void tablesAreRendered() {
        assertThat(html("|a|b|\n|-|-:|\n|1|2|")).contains("<table>", "<th>a</th>", "<td class=\"align-right\">2</td>");
    }

    @Test
    void footnotesLeadThereAndBack() {
        assertThat(html("Seen[^1].\n\n[^1]: In June."))
                .contains("href=\"#fn-1\"", "id=\"fn-1\"", "href=\"#fnref-1\"", "id=\"fnref-1\"");
    }

    @Test
    void headingsHaveAnchorsThatCannotClashWithThePage() {
        assertThat(html("## Content")).isEqualTo("<h2 id=\"section-content\">Content</h2>");
    }

    @Test
    void bareAddressesBecomeLinks() {
        assertThat(html("See https://lab.example/x for more")).contains("<a href=\"https://lab.example/x\">");
    }

    @Test
    void codeKeepsItsLanguage() {
        assertThat(html("```yara\nrule x {}\n```")).contains("<code class=\"language-yara\">rule x {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "![x](javascript:alert(1))",
                "[x](vbscript:msgbox)",
                "<p style=\"background:url(javascript:alert(1))\" onclick=alert(1)>x</p>",
                "<form action=https://x.example><input name=p></form>",
                "<object data=x></object><embed src=x>",
                "<meta http-equiv=refresh content=0><base href=https://x.example>",
                "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<b id=content name=body class=masthead>x</b>",
                "<https://x.example/\" onmouseover=alert(1)>"
            })
    void unsafeMarkupIsRemoved(String markdown) {
        assertThat(html(markdown + "\n\nrest"))
                .contains("rest")
                .doesNotContainPattern("(?i)<(script|svg|iframe|form|input|object|embed|meta|base|math|style)")
                .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|name|class)=")
                .doesNotContainPattern("(?i)(href|src)=\"?\\s*(javascript|data|vbscript):")
                .doesNotContain("id=\"content\"");
    }

    @Test
    void aLocalImageIsKept() {
        assertThat(html("![A chart](/media/2026/chart-1.png)"))
                .isEqualTo("<p><img src=\"/media/2026/chart-1.png\" alt=\"A chart\" /></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://stranger.example/a.png", "//stranger.example/a.png"})
    void anExternalImageBecomesALink(String address) {
        assertThat(html("![A chart](" + address + ")")).doesNotContain("<img").contains("A chart");
    }

    @Test
    void theLinkOfAnExternalImageHasItsAddress() {
        assertThat(html("![A chart](https://stranger.example/a.png)"))
                .isEqualTo("<p><a href=\"https://stranger.example/a.png\">A chart</a></p>");
    }

    @Test
    void anExternalImageInALinkBecomesItsAlternativeText() {
        assertThat(html("[![A chart](https://stranger.example/a.png)](https://lab.example/)"))
                .isEqualTo("<p><a href=\"https://lab.example/\">A chart</a></p>");
    }

    @Test
    void anHtmlTagIsEscapedAndTheTextAfterItKept() {
        assertThat(html("It loads a <script> tag and a <style>.\n\nAll the indicators are here."))
                .isEqualTo("<p>It loads a &lt;script&gt; tag and a &lt;style&gt;.</p>\n"
                        + "<p>All the indicators are here.</p>");
    }

    @Test
    void anHtmlBlockIsEscapedAndTheTextAfterItKept() {
        assertThat(html("<!-- never closed\n\n## Next")).isEqualTo("<p>&lt;!-- never closed\n\n## Next</p>");
    }

    @Test
    void genericTypesKeepTheirParameters() {
        assertThat(html("A List<String> of names")).isEqualTo("<p>A List&lt;String&gt; of names</p>");
    }

    @Test
    void theTextIsWhatAReaderSees() {
        var rendering = markup.render("""
                # Findings

                The *loader*[^1] talks to
                `example.com`.<script>alert(1)</script>

                - one & two
                - three

                ```
                a
                  b
                ```

                |h|i|
                |-|-|
                |1|2|

                [^1]: A note.
                """);

        assertThat(rendering.text()).isEqualTo("""
                        Findings

                        The loader[1] talks to example.com.<script>alert(1)</script>

                        one & two
                        three

                        a
                          b

                        h i
                        1 2

                        A note.""");
    }

    @Test
    void theExcerptIsRunningText() {
        var rendering = markup.render("# Findings\n\n|h|\n|-|\n|1|\n\nThe loader[^1] waits.\n\n[^1]: A note.");

        assertThat(rendering.excerpt()).isEqualTo("The loader waits.");
    }

    @Test
    void aBodyWithoutRunningTextHasAnExcerptAllTheSame() {
        assertThat(markup.render("# Findings\n\n    code").excerpt()).isEqualTo("Findings code");
    }

    @Test
    void aBodyOfNothingButScriptIsTextToo() {
        assertThat(html("<script>alert(1)</script>")).isEqualTo("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    private String html(String markdown) {
        return markup.render(markdown).html();
    }
}
