package org.vedette.post.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.imports.ImportFiles.item;
import static org.vedette.post.imports.ImportFiles.wxr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.imports.FoundItem.Credit;

class WordPressImportTests {

    @TempDir
    private Path directory;

    @Test
    void aPostHasItsDatesAuthorTagsSlugAndAddress() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "A &amp;quot;loader&amp;quot;", "It <em>waits</em>.")))
                .post();

        assertThat(post.location()).isEqualTo("line 13");
        assertThat(post.source()).isEqualTo("wordpress:https://old.example?p=7");
        assertThat(post.title()).isEqualTo("A \"loader\"");
        assertThat(post.markdown()).isEqualTo("It *waits*.");
        assertThat(post.credits()).containsExactly(new Credit("Ada Example", null));
        assertThat(post.tags()).containsExactly("Loaders & Droppers", "Night");
        assertThat(post.slug()).isEqualTo("post-7");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2016-06-30T12:00:00Z"));
        assertThat(post.revisedAt()).isEqualTo(Instant.parse("2016-07-01T12:00:00Z"));
        assertThat(post.oldPaths()).containsExactly("/2016/06/30/post-7/");
        assertThat(post.isDraft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft      | post       | post",
                "pending    | post       | post",
                "private    | post       | skipped, line 13: is private",
                "trash      | post       | skipped, line 13: is in the trash",
                "auto-draft | post       | skipped, line 13: was saved by WordPress and never by anybody",
                "publish    | page       | skipped, line 13: is no post but of the type page",
                "inherit    | attachment | skipped, line 13: is no post but of the type attachment"
            })
    void aStatusDecidesWhatComesAlong(String status, String type, String expected) throws IOException {
        var opened = FoundItems.of(directory, wxr(item(7, "A loader", "It waits.", status, type)));

        assertThat(opened.summary()).singleElement().asString().startsWith(expected);
        assertThat(opened.posts()).allMatch(post -> post.isDraft());
    }

    @Test
    void aScheduledPostIsADraftThatSaysSo() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "A loader", "It waits.", "future", "post")))
                .post();

        assertThat(post.isDraft()).isTrue();
        assertThat(post.oldPaths()).isEmpty();
        assertThat(post.notes()).singleElement().asString().contains("schedule it again");
    }

    @Test
    void textOfTheClassicEditorGetsItsParagraphs() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "A loader", """
                        First line
                        second line

                        <pre>a

                        b</pre>
                        [caption id="x" width="300"]<img src="https://old.example/a.png" alt="A" /> What it shows[/caption]
                        [sourcecode language="python"]if a < b: pass[/sourcecode]
                        [gallery ids="1,2"]"""))).post();

        assertThat(post.markdown())
                .contains("First line")
                .contains("a\n\nb")
                .contains("![A](/a.png)")
                .contains("*What it shows*")
                .contains("```python\nif a < b: pass\n```")
                .doesNotContain("[gallery");
        assertThat(post.notes()).singleElement().asString().contains("[gallery ids=\"1,2\"]");
    }

    @Test
    void blocksOfTheBlockEditorBecomeMarkdown() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "A loader", """
                        <!-- wp:heading --><h2>Hosts</h2><!-- /wp:heading -->
                        <!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><figcaption>Seen</figcaption></figure><!-- /wp:table -->
                        <!-- wp:embed --><figure><iframe src="//video.example/1"></iframe></figure><!-- /wp:embed -->
                        <script>alert(1)</script>"""))).post();

        assertThat(post.markdown())
                .contains("## Hosts", "| a | b |", "*Seen*", "[//video.example/1](https://video.example/1)")
                .doesNotContain("alert");
    }

    @Test
    void aBrokenItemIsNamedByItsLineAndTheOthersGoOn() throws IOException {
        var broken = item(8, "One & two", "It waits.");

        var opened = FoundItems.of(directory, wxr(item(7, "First", "a"), broken, item(9, "Third", "c")));

        assertThat(opened.summary()).hasSize(3);
        assertThat(opened.summary().get(1)).startsWith("unreadable, line 32: the item is broken");
        assertThat(opened.posts()).extracting(post -> post.title()).containsExactly("First", "Third");
    }

    @Test
    void aFileThatIsCutOffSaysWhereAndKeepsWhatCameBefore() throws IOException {
        var whole = wxr(item(7, "First", "a"), item(8, "Second", "b"));

        var opened = FoundItems.of(directory, whole.substring(0, whole.indexOf("Second") + 200));

        assertThat(opened.summary())
                .containsExactly(
                        "post, line 13: First", "unreadable, line 31: the item is cut off: the file ends in it");
    }

    @Test
    void charactersThatXmlDoesNotHaveKeepNoPostAway() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "A \u0007loader", "It \u0000waits.")))
                .post();

        assertThat(post.title()).isEqualTo("A loader");
    }

    @Test
    void anItemWithoutAnEndDoesNotSwallowTheNext() throws IOException {
        var opened = FoundItems.of(directory, wxr("<item><title>Open</title>", item(8, "Second", "b")));

        assertThat(opened.summary())
                .containsExactly("unreadable, line 13: the item has no end", "post, line 14: Second");
    }

    @Test
    void theDeclarationSaysTheEncoding() throws IOException {
        var export = wxr(item(7, "Ma\u00f1ana", "Caf\u00e9.")).replace("encoding=\"UTF-8\"", "encoding='iso-8859-1'");

        assertThat(FoundItems.of(directory, export.getBytes(StandardCharsets.ISO_8859_1))
                        .post())
                .satisfies(post -> assertThat(post.title()).isEqualTo("Ma\u00f1ana"))
                .satisfies(post -> assertThat(post.markdown()).isEqualTo("Caf\u00e9."));
    }

    @Test
    void anExportInUtf16IsRead() throws IOException {
        var export = wxr(item(7, "Ma\u00f1ana", "It waits.")).replace("UTF-8", "UTF-16");

        assertThat(FoundItems.of(directory, export.getBytes(StandardCharsets.UTF_16))
                        .post()
                        .title())
                .isEqualTo("Ma\u00f1ana");
        assertThat(FoundItems.of(directory, export.getBytes(StandardCharsets.UTF_16LE))
                        .post()
                        .title())
                .isEqualTo("Ma\u00f1ana");
    }

    @Test
    void anItemInAnotherEncodingThanDeclaredIsRefusedAndTheOthersGoOn() throws IOException {
        var export = wxr(item(7, "Ma\u00f1ana", "a"), item(8, "Second", "b"));

        assertThat(FoundItems.of(directory, export.getBytes(StandardCharsets.ISO_8859_1))
                        .summary())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("unreadable, line 13: the item has bytes that are no characters in UTF-8")
                                .contains("save the file as UTF-8"),
                        second -> assertThat(second).isEqualTo("post, line 31: Second"));
    }

    @Test
    void aHeadInAnotherEncodingKeepsTheFileFromBeingRead() throws IOException {
        var export = wxr(item(7, "First", "a")).replace("The Old Blog", "Caf\u00e9");

        assertThat(FoundItems.of(directory, export.getBytes(StandardCharsets.ISO_8859_1))
                        .summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, line 1: the file has bytes that are no characters in UTF-8");
    }

    @Test
    void anEncodingThatIsNotKnownIsNamed() throws IOException {
        var export = wxr(item(7, "First", "a")).replace("encoding=\"UTF-8\"", "encoding=\"x-none\"");

        assertThat(FoundItems.of(directory, export).summary())
                .singleElement()
                .asString()
                .contains("the file declares the encoding x-none, which is not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-02-31 10:00:00", "-1", "9999999-01-01 00:00:00", "yesterday"})
    void aDateThatDoesNotExistKeepsThePostAway(String date) throws IOException {
        var undated = item(7, "First", "a")
                .replace("2016-06-30 12:00:00", "0000-00-00 00:00:00")
                .replace("2016-06-30 14:00:00", date);

        assertThat(FoundItems.of(directory, wxr(undated)).summary())
                .containsExactly("unreadable, line 13: its date is none that exists: " + date);
    }

    @Test
    void aPublishedPostWithoutADateIsNotDatedToday() throws IOException {
        var undated = item(7, "First", "a").replaceAll("2016-06-30 1\\d:00:00", "0000-00-00 00:00:00");

        assertThat(FoundItems.of(directory, wxr(undated)).summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, line 13: is published and has no date");
        assertThat(FoundItems.of(directory, wxr(undated.replace(">publish<", ">draft<")))
                        .post()
                        .publishedAt())
                .isNull();
    }

    @Test
    void theDateInUtcIsEnough() throws IOException {
        var local = item(7, "First", "a").replace("2016-06-30 14:00:00", "2016-02-31 10:00:00");

        assertThat(FoundItems.of(directory, wxr(local)).post().publishedAt())
                .isEqualTo(Instant.parse("2016-06-30T12:00:00Z"));
    }

    @Test
    void anItemWithoutAStatusIsADraft() throws IOException {
        var post = FoundItems.of(directory, wxr(item(7, "First", "a").replace("<wp:status>publish</wp:status>", "")))
                .post();

        assertThat(post.isDraft()).isTrue();
        assertThat(post.notes()).containsExactly("it has no status: a draft");
    }

    @Test
    void itemsWithoutAnIdAreToldApart() throws IOException {
        var plain = item(7, "A", "a").replace("<wp:post_id>7</wp:post_id>", "");
        var linked = plain.replaceAll("<guid.*</guid>", "");
        var named = linked.replaceAll("<link>.*</link>", "");
        var nothing = named.replace("<wp:post_name>post-7</wp:post_name>", "");

        var opened = FoundItems.of(directory, wxr(plain, linked, named, nothing));

        assertThat(opened.posts())
                .extracting(post -> post.source())
                .containsExactly(
                        "wordpress:https://old.example/?p=7",
                        "wordpress:https://old.example/2016/06/30/post-7/",
                        "wordpress:https://old.example/post-7");
        assertThat(opened.summary().get(3)).contains("has nothing by which it could be known again");
    }

    @Test
    void anExportWithoutItemsSaysSo() throws IOException {
        assertThat(FoundItems.of(directory, wxr()).summary())
                .singleElement()
                .asString()
                .contains("the file has no items");
    }
}
