package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.starter.legal.LegalProperties.LegalPage;

class LegalPageTests extends SitePageTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/posts/waits", "/archive", "/search", "/feeds", "/privacy"})
    void everyFooterLinksThePageThatHasAText(String path) {
        slice.publish(aPost().slug("waits"));

        var footer = page(path).select("footer.colophon");

        assertThat(footer.select("a[href=/privacy]").text()).isEqualTo("Privacy");
        assertThat(footer.select("a[href=/imprint]")).isEmpty();
    }

    @Test
    void theFooterOfAnErrorLinksItToo() {
        assertThat(page("/posts/nothing", 404).select("footer.colophon a[href=/privacy]"))
                .hasSize(1);
    }

    @Test
    void thePageHasTheTextWithoutItsTags() {
        var page = page("/privacy");

        assertThat(page.select("h1").text()).isEqualTo("Privacy");
        assertThat(page.select(".prose").html())
                .isEqualTo("<p>We keep <em>nothing</em>, &lt;b&gt;really&lt;/b&gt;.</p>");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://blog.example.org/privacy");
    }

    @Test
    void aPageWithoutATextDoesNotExist() {
        assertThat(page("/imprint", 404).select("h1").text()).isEqualTo("There is nothing at this address");
    }

    @Test
    void aTextCanBeInAFile() throws IOException {
        var file = Files.writeString(
                folder.resolve("imprint.md"), "## Bücher\n\n[Call](javascript:alert(1)) https://example.org\n");

        var html = LegalText.html(imprint("file:" + file));

        assertThat(Jsoup.parse(html).select("h2").text()).isEqualTo("Bücher");
        assertThat(Jsoup.parse(html).select("a").eachAttr("href")).containsExactly("", "https://example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "'# Imprint\n\nWe.', '<p>We.</p>'",
        "'# imprint\n\n# Address\n\n### Town', '<h2>Address</h2>\n<h3>Town</h3>'",
        "'# Impressum', '<h2>Impressum</h2>'",
        "'## Imprint', '<h2>Imprint</h2>'",
        "'> # Imprint', '<blockquote>\n<h2>Imprint</h2>\n</blockquote>'"
    })
    void theTitleIsTheOnlyHeadingOfItsLevelAndIsNotRepeated(String text, String html) {
        assertThat(LegalText.html(imprint(text))).isEqualToIgnoringNewLines(html);
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsSetting() throws IOException {
        var missing = folder.resolve("missing.md");
        var empty = Files.createFile(folder.resolve("empty.md"));
        var binary = Files.write(folder.resolve("binary.md"), new byte[] {(byte) 0xc3, 0x28});
        var huge = Files.writeString(folder.resolve("huge.md"), "a".repeat(200_001), StandardCharsets.US_ASCII);

        assertRefused(missing, "there is no such file");
        assertRefused(empty, "is empty");
        assertRefused(binary, "is not in UTF-8");
        assertRefused(folder, "cannot be read: Is a directory");
        assertRefused(huge, "has more than 200000 bytes");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> LegalText.html(imprint("file:" + file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContainingAll("vedette.legal.imprint", "VEDETTE_LEGAL_IMPRINT", file.toString(), why);
    }

    private static LegalPage imprint(String text) {
        return new LegalPage("Imprint", "/imprint", text);
    }
}
