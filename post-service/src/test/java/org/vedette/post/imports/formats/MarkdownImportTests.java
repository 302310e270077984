package org.vedette.post.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.imports.ImportFiles.zip;
import static org.vedette.post.imports.ImportFiles.zipOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.content.Period;
import org.vedette.post.imports.FoundItem.Credit;

class MarkdownImportTests {

    @TempDir
    private Path directory;

    @Test
    void frontMatterSaysWhatAPostIs() throws IOException {
        var post = FoundItems.of(directory, """
                ---
                title: "On: the loader"
                date: 2016-06-30T12:00:00+02:00
                slug: the-loader
                tags: [loader, 012, no]
                authors:
                  - {name: Ada Example, affiliation: Example Labs}
                series: weekly-phishing-report
                period: {from: 2016-06-20, to: 2016-06-26}
                description: What we saw.
                aliases: [/old/loader/]
                language: de
                ---

                It *waits*.
                """).post();

        assertThat(post.title()).isEqualTo("On: the loader");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2016-06-30T10:00:00Z"));
        assertThat(post.tags()).containsExactly("loader", "012", "no");
        assertThat(post.credits()).containsExactly(new Credit("Ada Example", "Example Labs"));
        assertThat(post.period()).isEqualTo(new Period(LocalDate.of(2016, 6, 20), LocalDate.of(2016, 6, 26)));
        assertThat(post.markdown()).isEqualTo("It *waits*.");
        assertThat(post.oldPaths()).containsExactly("/old/loader/");
    }

    @Test
    void aFolderOfJekyllHasDatesAndSlugsInItsNames() throws IOException {
        var opened = FoundItems.of(
                directory,
                zip(new TreeMap<>(Map.of(
                        "blog/_posts/2016-06-30-a-loader.md",
                                "---\nlayout: post\nauthor: ada, bo\n---\n# A loader\n\nIt waits.",
                        "blog/README.md", "How to build this."))));

        assertThat(opened.summary())
                .containsExactly(
                        "skipped, README.md: has no front matter, and the name of a file about the others",
                        "post, _posts/2016-06-30-a-loader.md: A loader");
        var post = opened.posts().get(0);
        assertThat(post.slug()).isEqualTo("a-loader");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2016-06-29T22:00:00Z"));
        assertThat(post.markdown()).isEqualTo("It waits.");
        assertThat(post.credits()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-06-30,                2016-06-29T22:00:00Z",
        "2016-06-30 12:00:00 +0200, 2016-06-30T10:00:00Z",
        "2016-06-30 12:00,          2016-06-30T10:00:00Z",
        "2016-06-30T12:00:00Z,      2016-06-30T12:00:00Z"
    })
    void aDateIsReadAsPeopleWriteIt(String date, String expected) throws IOException {
        var post = FoundItems.of(directory, "---\ntitle: A\ndate: " + date + "\n---\nText.")
                .post();

        assertThat(post.publishedAt()).isEqualTo(Instant.parse(expected));
    }

    @Test
    void aPictureIsFoundByEveryAddressThatAPostMayHaveForIt() throws IOException {
        var picture = new byte[] {1, 2, 3};
        try (var file = FoundItems.open(
                directory,
                zipOf(new TreeMap<>(Map.of(
                        "posts/a/index.md",
                        "---\ntitle: A\n---\n".getBytes(StandardCharsets.UTF_8),
                        "posts/a/beside.png",
                        picture,
                        "uploads/2016/06/photo.jpg",
                        picture,
                        "uploads/2017/01/photo.jpg",
                        new byte[] {9}))))) {
            assertThat(file.picture("beside.png", "posts/a/index.md")).contains(picture);
            assertThat(file.picture("../../uploads/2016/06/photo.jpg", "posts/a/index.md"))
                    .contains(picture);
            assertThat(file.picture("https://old.example/wp-content/uploads/2016/06/photo-300x200.jpg?w=1", "x"))
                    .contains(picture);
            assertThat(file.picture("/elsewhere/photo.jpg", "x")).isEmpty();
            assertThat(file.picture("../../../etc/passwd", "posts/a/index.md")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: true",
                "Draft: TRUE",
                "draft: yes",
                "draft: on",
                "draft: 1",
                "draft: [true]",
                "published: false",
                "PUBLISHED: no",
                "private: true",
                "visibility: private",
                "status: Draft",
                "publishDate: 2099-01-01",
                "published: 2099-01-01",
                "publish: 2099-01-01",
                "expiryDate: 2017-01-01",
                "password: secret"
            })
    void whatIsNotPublicInAnyUsualWayIsADraft(String field) throws IOException {
        var post = FoundItems.of(directory, "---\ntitle: A\ndate: 2016-06-30\n" + field + "\n---\nText.")
                .post();

        assertThat(post.isDraft()).isTrue();
        assertThat(post.oldPaths()).isEmpty();
    }

    @Test
    void aNameWithADayInTheFutureMakesADraft() throws IOException {
        var text = "---\ntitle: A\n---\nText.".getBytes(StandardCharsets.UTF_8);

        var post = FoundItems.of(directory, "2099-01-01-a.md", text).post();

        assertThat(post.isDraft()).isTrue();
        assertThat(post.notes()).singleElement().asString().contains("schedule it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: false",
                "draft: No",
                "draft: 0",
                "published: true",
                "published: 2016-06-30",
                "private: off",
                "status: publish",
                "expiryDate: 2099-01-01",
                "TLP: clear"
            })
    void whatIsPublicIsNoDraft(String field) throws IOException {
        var post = FoundItems.of(directory, "---\ntitle: A\ndate: 2016-06-30\n" + field + "\n---\nText.")
                .post();

        assertThat(post.isDraft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft: maybe                | its draft in line 3 is not understood",
                "Draft:                      | its draft in line 3 is not understood",
                "draft: {a: true}            | its draft in line 3 is not understood",
                "published: never            | its published in line 3 is not understood",
                "status: perhaps             | its status in line 3 is not understood",
                "tlp: PURPLE                 | its tlp in line 3 is not understood",
                "tlp: [RED, CLEAR]           | its tlp in line 3 is not understood",
                "tlp:                        | its tlp in line 3 is not understood",
                "publishDate: soon           | its publishDate is no date that exists: soon"
            })
    void aPostWhoseReadersAreNotUnderstoodIsNotImported(String field, String reason) throws IOException {
        var opened = FoundItems.of(directory, "---\ntitle: A\n" + field + "\n---\nText.");

        assertThat(opened.summary()).singleElement().asString().startsWith("unreadable, import.md: " + reason);
    }

    @Test
    void aLabelIsReadInAnyCaseAndAsAListOfOne() throws IOException {
        assertThat(FoundItems.of(directory, "---\nTitle: A\nTLP: [red]\n---\nText.")
                        .post()
                        .tlp())
                .isEqualTo("RED");
    }

    @ParameterizedTest
    @CsvSource({
        "tlp: RED, tlp: CLEAR, again in line 4",
        "tlp: RED, TLP: CLEAR, tlp twice",
        "draft: true, Draft: false, draft twice"
    })
    void aFieldThatIsThereTwiceIsRefused(String first, String second, String reason) throws IOException {
        var opened = FoundItems.of(directory, "---\ntitle: A\n" + first + "\n" + second + "\n---\nText.");

        assertThat(opened.summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, ")
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_drafts/a.md", "blog/_drafts/deep/a.md", "Drafts/a.md"})
    void aFolderOfDraftsHasDrafts(String name) throws IOException {
        var text = "---\ntitle: A\ndate: 2016-06-30\n---\nText.";

        assertThat(FoundItems.of(directory, zip(Map.of(name, text))).post().isDraft())
                .isTrue();
    }

    @Test
    void aTextThatIsNotInUtf8IsRefusedAndSaysWhere() throws IOException {
        var latin = "---\ntitle: A\n---\nCaf\u00e9.".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FoundItems.of(directory, latin).summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, import.md: has bytes that are no characters in UTF-8, first in line 4")
                .contains("save the file as UTF-8");
    }

    @Test
    void aByteOrderMarkSaysTheEncoding() throws IOException {
        var text = "\uFEFF---\ntitle: Caf\u00e9\n---\nText.";

        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(FoundItems.of(directory, text.getBytes(charset)).post().title())
                    .isEqualTo("Caf\u00e9");
        }
    }

    @Test
    void utf16WithoutAMarkIsRefused() throws IOException {
        var text = "---\ntitle: A\n---\nText.".getBytes(StandardCharsets.UTF_16LE);

        assertThat(FoundItems.of(directory, zipOf(Map.of("a.md", text))).summary())
                .singleElement()
                .asString()
                .contains("has zero bytes", "save it as UTF-8");
    }

    @Test
    void aSingleFileIsKnownByItsNameOrItsId() throws IOException {
        var plain = "---\ntitle: A\n---\nText.".getBytes(StandardCharsets.UTF_8);
        var named = "---\ntitle: A\nid: a-1\n---\nText.".getBytes(StandardCharsets.UTF_8);

        var dated = FoundItems.of(directory, "C:\\posts\\2016-06-30-a-loader.md", plain)
                .post();
        assertThat(dated.source()).isEqualTo("markdown:2016-06-30-a-loader.md");
        assertThat(dated.slug()).isEqualTo("a-loader");
        assertThat(dated.publishedAt()).isEqualTo(Instant.parse("2016-06-29T22:00:00Z"));
        assertThat(FoundItems.of(directory, "", named).post().source()).isEqualTo("markdown:a-1");
        assertThat(FoundItems.of(directory, "", plain).summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, line 1: has neither an id in its front matter nor a file name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'---\\ntitle: A\\n\\nText.'        | its front matter begins in line 1 and has no end",
                "'\\n---\\ntitle: A\\n---\\nText.'  | its front matter must begin in line 1",
                "'+++\\ntitle = \"A\"\\n+++\\nText.' | its front matter is TOML",
                "'{\\n\"title\": \"A\"\\n}\\nText.'   | its front matter is JSON"
            })
    void frontMatterThatIsNoneIsCalledWhatItIs(String text, String reason) throws IOException {
        var raw = text.replace("\\n", "\n");

        assertThat(FoundItems.of(directory, zip(Map.of("a.md", raw))).summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, a.md: " + reason);
    }
}
