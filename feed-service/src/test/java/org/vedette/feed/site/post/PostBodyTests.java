package org.vedette.feed.site.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostBodyTests {

    @Test
    void scrollingElementsTakeTheKeyboardFocus() {
        var body = PostBody.html("<pre><code>a</code></pre><table><tbody><tr><td>b</td></tr></tbody></table>");

        assertThat(body)
                .isEqualTo("<pre tabindex=\"0\"><code>a</code></pre>"
                        + "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">"
                        + "<table><tbody><tr><td>b</td></tr></tbody></table></div>");
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

    @Test
    void textAboutTagsIsLeftAlone() {
        var html = "<p>&lt;h1&gt; and <code>&lt;table&gt;</code></p>";

        var body = PostBody.html(html);

        assertThat(body).isEqualTo(html);
    }
}
