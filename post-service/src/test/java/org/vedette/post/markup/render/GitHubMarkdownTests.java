package org.vedette.post.markup.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.markup.UnrenderableMarkdownException;

/** What authors know from GitHub, and what the result may not say although the source does not show it. */
class GitHubMarkdownTests {

    private final CommonMarkRenderer markup = new CommonMarkRenderer();

    @Test
    void aLinkWithinThePostLeadsToItsHeading() {
        assertThat(html("[see](#night-shift)\n\n## Night shift"))
                .contains("<a href=\"#section-night-shift\">", "<h2 id=\"section-night-shift\">");
    }

    @ParameterizedTest
    @CsvSource({
        "What's new in 2.0?, whats-new-in-20",
        "C++ and C#, c-and-c",
        "`rule` x_y - z, rule-x_y---z",
        "Über Größe, über-größe",
        "夜勤, 夜勤",
        "???, section"
    })
    void idsAreThoseOfGitHub(String heading, String id) {
        assertThat(html("# " + heading)).contains("id=\"section-" + id + "\"");
    }

    @Test
    void equalHeadingsGetIdsOfTheirOwn() {
        assertThat(html("# Ioc\n# Ioc-1\n# Ioc\n# Ioc"))
                .contains("\"section-ioc\"", "\"section-ioc-1\"", "\"section-ioc-2\"", "\"section-ioc-3\"");
    }

    @Test
    void aLinkToAnEncodedHeadingLeadsThere() {
        assertThat(html("[a](#%C3%BCber)\n\n# Über")).contains("href=\"#section-über\"");
    }

    @Test
    void idsOfFootnotesAreUnique() {
        var html = html("a[^1] b[^1] c[^1-2]\n\n[^1]: One.\n[^1-2]: Two.");

        assertThat(html.split(" id=")).hasSize(6);
        assertThat(html.replaceAll("(?s).*?id=\"([^\"]+)\"", "$1 ").split(" ")).doesNotHaveDuplicates();
    }

    @Test
    void aFootnoteIsFoundWhateverTheCaseOfItsLabel() {
        assertThat(html("a[^Note]\n\n[^note]: Text.")).contains("href=\"#fn-1\"", "Text.");
    }

    @Test
    void strikethroughIsRendered() {
        assertThat(html("~~old~~ new")).isEqualTo("<p><del>old</del> new</p>");
    }

    @Test
    void taskListsShowTheirBoxes() {
        assertThat(html("- [x] done\n- [ ] to do")).contains("☑ done", "☐ to do");
    }

    @Test
    void aBoxStandsOnTheLineOfItsTaskInALooseListToo() {
        assertThat(html("- [x] done\n\n- [ ] to do\n\n- plain"))
                .contains("<li class=\"task\">\n<p>☑ done</p>", "<p>☐ to do</p>", "<li>\n<p>plain</p>");
        assertThat(html("- [ ] to do\n  - [x] part"))
                .contains("<li class=\"task\">☐ to do", "<li class=\"task\">☑ part");
    }

    @Test
    void anAlertHasItsTitle() {
        assertThat(html("> [!WARNING]\n> It *runs*.\n>\n> Twice."))
                .contains("<div class=\"alert alert-warning\">", "<p class=\"alert-title\">Warning</p>")
                .contains("<p>It <em>runs</em>.</p>", "<p>Twice.</p>")
                .doesNotContain("blockquote", "[!");
    }

    @Test
    void aQuoteThatNamesNoAlertStaysAQuote() {
        assertThat(html("> [!OOPS]\n> x")).contains("<blockquote>");
        assertThat(html("> [!NOTE] x")).contains("<blockquote>");
    }

    @Test
    void tagsWithoutMarkdownAreRendered() {
        assertThat(html("<kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup>"))
                .isEqualTo("<p><kbd>Ctrl</kbd> H<sub>2</sub>O x<sup>2</sup></p>");
    }

    @Test
    void detailsFoldMarkdown() {
        assertThat(html("<details>\n<summary>All of them</summary>\n\n- one\n\n</details>\n\nafter"))
                .contains("<details>", "<summary>All of them</summary>", "<li>one</li>", "</details>\n<p>after</p>");
    }

    @Test
    void attributesOfTagsAreShownAsTheirSource() {
        assertThat(html("<kbd onclick=\"alert(1)\">x</kbd>"))
                .contains("&lt;kbd")
                .doesNotContain("<kbd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<details><summary>s</summary>\n\nhidden",
                "a </details> b",
                "<details><summary>s</summary><details><summary>s</summary></details> x"
            })
    void detailsThatHideTheRestAreRefused(String markdown) {
        assertRefused("first line\n\n" + markdown, "line 3: the ");
        assertRefused(markdown, "</details>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<summary>s</summary>",
                "<details>\n\ntext\n\n</details>",
                "<details>\n\ntext\n\n<summary>s</summary></details>",
                "<details></details>",
                "<details><summary>s</summary><summary>t</summary></details>",
                "<details><summary><details><summary>s</summary></details></summary></details>",
                "<details><summary>\n\n- s\n\n</summary></details>",
                "<details><summary>s</summary>text</details> <summary>t</summary>"
            })
    void detailsBeginWithTheirOnlySummary(String markdown) {
        assertRefused(markdown, "<summary>");
    }

    @Test
    void aSummaryMayBeginOnALineOfItsOwn() {
        assertThat(html("a\n\n<details open>\n\n<summary>*s*</summary>\n\nb\n\n</details>"))
                .contains("<summary>", "<p>b</p>");
    }

    @Test
    void detailsThatAreNestedDeeplyAreRefusedBeforeTheSanitizerDropsThem() {
        var levels = 300;
        var nested = "<details><summary>s</summary>\n\n".repeat(levels) + "x\n\n" + "</details>\n\n".repeat(levels);

        assertRefused(nested, "deep");
    }

    @Test
    void codeKeepsItsLanguageAndShowsIt() {
        assertThat(html("```yara title=x\nrule x {}\n```"))
                .contains("<pre data-language=\"yara\"><code class=\"language-yara\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[&#x202e;moc.elgoog](https://evil.example)",
                "a &#x2066; b",
                "![&#x202e;x](/media/a.png)",
                "[a](/b \"&#x202e;x\")",
                "a &#127; b",
                "a &#x80; b",
                "a &#xFFFE; b",
                "| a |\n|---|\n| &#x202e; |",
                "# a &#x202e;"
            })
    void anEntityCannotSayWhatTheSourceMayNotSay(String markdown) {
        assertRefused("first line\n\n" + markdown, "cannot be published");
    }

    @Test
    void aRefusalNamesItsLine() {
        assertRefused("one\n\ntwo\n[three](http://) four", "line 4: the address \"http://\" is malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https:///x",
                "https:lab.example",
                "http://[::1",
                "http://lab.example:port/",
                "https://lab.example/%zz",
                "<https://lab example/>",
                "https://lab.example\\\\x",
                "\\\\evil\\\\x",
                "/a%2",
                "http://1.2.3.4.5/",
                "http://192.0.2.256/",
                "https://lab.example.0x7f/",
                "https://lab.example:65536/"
            })
    void anAddressThatNoBrowserFollowsIsRefused(String address) {
        assertRefused("[x](" + address + ")", "malformed");
        assertRefused("![x](" + address + ")", "malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "https://lab.example/a[.]exe?b=[c]#d|e, https://lab.example/a%5B.%5Dexe?b&#61;%5Bc%5D#d%7Ce",
        "'https://lab.example/\"x', https://lab.example/%22x",
        "http://[2001:db8::1]:8080/, http://[2001:db8::1]:8080/",
        "/posts/a[b], /posts/a%5Bb%5D"
    })
    void whatAnAddressCannotHaveIsEncoded(String address, String encoded) {
        assertThat(html("[x](" + address + ")")).contains("<a href=\"" + encoded + "\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://bank.example@evil.example/)",
                "<https://user:secret@evil.example>",
                "![x](http://a@b/)"
            })
    void anAddressThatHidesItsHostBehindAUserIsRefused(String markdown) {
        assertRefused(markdown, "names a user before its host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lab.example/a_(b)?c=[d]&e=f|g#h",
                "http://[2001:db8::1]:8080/",
                "http://192.0.2.1:65535/a",
                "https://3com.example/",
                "https://100.example.com",
                "https://bücher.example/ä",
                "/posts/other",
                "#nowhere",
                "mailto:desk@lab.example"
            })
    void anAddressThatBrowsersFollowIsALink(String address) {
        assertThat(html("[x](" + address + ")")).contains("<a href=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "a\n\n## \n\nb", "# &nbsp;", "# &#x2800;", "# &#x200b;"})
    void aHeadingWithoutTextIsRefused(String markdown) {
        assertRefused(markdown, "the heading has no text");
    }

    private void assertRefused(String markdown, String reason) {
        assertThatExceptionOfType(UnrenderableMarkdownException.class)
                .isThrownBy(() -> markup.render(markdown))
                .withMessageContaining(reason);
    }

    private String html(String markdown) {
        return markup.render(markdown).html();
    }
}
