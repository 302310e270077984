package org.vedette.post.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vedette.post.imports.ImportFiles.item;
import static org.vedette.post.imports.ImportFiles.wxr;
import static org.vedette.post.imports.ImportFiles.zip;
import static org.vedette.post.imports.ImportFiles.zipOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.ImportException.UnknownFormatException;

/** The table of hostile files, and what comes of them. */
class HostileImportTests {

    private static final String GOOD = "---\ntitle: Good\n---\nText.";

    @TempDir
    private Path directory;

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of(
                        "XML with entities that grow",
                        wxr(item(1, "&amp;lol9;", "a"))
                                .replace("<rss", "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>\n<rss"),
                        "declares a document type"),
                Arguments.of(
                        "XML with an external entity",
                        wxr(item(1, "A", "a"))
                                .replace("<rss", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n<rss"),
                        "declares a document type"),
                Arguments.of("XML with an unknown entity", wxr(item(1, "A&nbsp;b", "a")), "the item is broken"),
                Arguments.of(
                        "an item that is larger than a post may be",
                        wxr("<item><title>x</title><content:encoded>" + "x".repeat(8_500_000)
                                + "</content:encoded></item>"),
                        "has more than 8000000 characters"),
                Arguments.of(
                        "XML nested 100,000 times",
                        wxr("<item>" + "<a>".repeat(100_000) + "</item>"),
                        "nested more than 50 times"),
                Arguments.of(
                        "HTML nested 20,000 times",
                        wxr(item(1, "A", "<!-- wp: -->" + "<blockquote>".repeat(20_000))),
                        "nested too deeply"),
                Arguments.of(
                        "JSON nested 10,000 times",
                        "{\"db\": [{\"data\": {\"posts\": [" + "[".repeat(10_000),
                        "the JSON is broken"),
                Arguments.of("YAML whose aliases grow", """
                        ---
                        a: &a [x,x,x,x,x,x,x,x,x,x]
                        b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
                        c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
                        d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
                        ---
                        """, "its front matter"),
                Arguments.of("YAML that refers to itself", "---\na: &a [*a]\n---\n", "its front matter"),
                Arguments.of(
                        "YAML that names a class",
                        "---\n- !!javax.script.ScriptEngineManager []\n---\n",
                        "its front matter is broken"),
                Arguments.of(
                        "YAML that is broken", "---\ntitle: [a\n---\nText.", "its front matter is broken in line"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileTextIsReportedAndNothingElseHappens(String name, String content, String reason) throws IOException {
        var summary = FoundItems.of(directory, content).summary();

        assertThat(summary)
                .singleElement()
                .asString()
                .startsWith("unreadable, ")
                .contains(reason);
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void whatIsNoExportIsRefused(byte[] content, String reason) {
        assertThatThrownBy(() -> FoundItems.of(directory, content))
                .isInstanceOf(UnknownFormatException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> unknown() {
        var many = new LinkedHashMap<String, String>();
        for (var i = 0; i < 101; i++) {
            many.put("post-" + i + ".md", GOOD);
        }
        var whole = zip(Map.of("a.md", GOOD));
        return Stream.of(
                Arguments.of(new byte[0], "is empty"),
                Arguments.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "none that is known"),
                Arguments.of(
                        "<html><body>An error</body></html>".getBytes(StandardCharsets.UTF_8), "none that is known"),
                Arguments.of(Arrays.copyOf(whole, whole.length - 30), "broken or cut off"),
                Arguments.of("PK nothing".getBytes(StandardCharsets.UTF_8), "broken or cut off"),
                Arguments.of(zip(Map.of("notes.txt", "Text.")), "neither an export nor Markdown"),
                Arguments.of(zip(many), "at most 100"));
    }

    @Test
    void aNameThatLeadsOutOfTheZipIsNotReadAndTheOthersGoOn() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("../../../root/.ssh/authorized_keys.md", GOOD);
        files.put("/etc/cron.d/x.md", GOOD);
        files.put("a\\..\\b.md", GOOD);
        files.put("C:/x.md", GOOD);
        files.put("good.md", GOOD);

        var summary = FoundItems.of(directory, zip(files)).summary();

        assertThat(summary).hasSize(5);
        assertThat(summary.subList(0, 4)).allMatch(line -> line.contains("leads out of the zip"));
        assertThat(summary.get(4)).isEqualTo("post, good.md: Good");
    }

    @Test
    void aBombIsNotUnpackedAndTheOthersGoOn() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("bomb.md", new byte[100_000_000]);
        files.put("good.md", GOOD.getBytes(StandardCharsets.UTF_8));

        var summary = FoundItems.of(directory, zipOf(files)).summary();

        assertThat(summary.get(0)).contains("unreadable, bomb.md").contains("has more than 2000000 bytes");
        assertThat(summary.get(1)).isEqualTo("post, good.md: Good");
    }

    @Test
    void anExportThatWasPackedTooTightlyIsNotUnpacked() throws IOException {
        var export = wxr(item(1, "A", "a")) + " ".repeat(19_000_000);

        var summary =
                FoundItems.of(directory, zip(Map.of("export.xml", export))).summary();

        assertThat(summary.get(1)).contains("unreadable, export.xml").contains("is packed more than 200 times");
    }

    @Test
    void manySmallFilesMayNotMakeALargeOneTogether() throws IOException {
        var random = new Random(7);
        var files = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 15; i++) {
            var text = new byte[1_900_000];
            random.nextBytes(text);
            files.put("post-" + i + ".md", text);
        }

        var summary = FoundItems.of(directory, zipOf(files)).summary();

        assertThat(summary.get(14)).contains("larger than 20000000 bytes unpacked");
    }

    @Test
    void aPictureThatIsTooLargeIsNotRead() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.md", GOOD.getBytes(StandardCharsets.UTF_8));
        files.put("a.png", new byte[1_000_001]);
        try (var file = FoundItems.open(directory, zipOf(files))) {
            assertThatThrownBy(() -> file.picture("a.png", "a.md"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("has more than 1000000 bytes");
        }
    }

    @Test
    void whatIsReadOftenCountsOnce() throws IOException {
        var random = new Random(7);
        var picture = new byte[900_000];
        random.nextBytes(picture);
        try (var file = FoundItems.open(
                directory, zipOf(Map.of("a.md", GOOD.getBytes(StandardCharsets.UTF_8), "a.png", picture)))) {
            for (var i = 0; i < 25; i++) {
                assertThat(file.picture("a.png", "a.md")).contains(picture);
            }
        }
    }
}
