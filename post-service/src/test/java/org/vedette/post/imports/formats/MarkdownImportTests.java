package org.vedette.post.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.imports.ImportFiles.zip;
import static org.vedette.post.imports.ImportFiles.zipOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
