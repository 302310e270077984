package org.vedette.post.imports.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.post.imports.ImportFiles.ghost;
import static org.vedette.post.imports.ImportFiles.ghostPost;

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

class GhostImportTests {

    @TempDir
    private Path directory;

    @Test
    void aPostHasWhatOtherTablesSayOfIt() throws IOException {
        var opened = FoundItems.of(directory, ghost(ghostPost("p1", "published", "public")));

        var post = opened.post();
        assertThat(opened.format()).isEqualTo("Ghost");
        assertThat(post.location()).isEqualTo("line 2");
        assertThat(post.source()).isEqualTo("ghost:uuid-p1");
        assertThat(post.markdown()).isEqualTo("It **waits**. [Other](/other/)");
        assertThat(post.credits()).containsExactly(new Credit("Ada Example", null), new Credit("Bo Sample", null));
        assertThat(post.tags()).containsExactly("Loader");
        assertThat(post.standfirst()).isEqualTo("What we saw.");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2016-06-30T10:00:00Z"));
        assertThat(post.oldPaths()).containsExactly("/a-loader-p1");
    }

    @ParameterizedTest
    @CsvSource({
        "published, public,  false",
        "published, members, true",
        "draft,     public,  true",
        "scheduled, public,  true",
        "sent,      public,  true"
    })
    void onlyWhatEverybodyCouldReadIsPublic(String status, String visibility, boolean isDraft) throws IOException {
        var post = FoundItems.of(directory, ghost(ghostPost("p1", status, visibility)))
                .post();

        assertThat(post.isDraft()).isEqualTo(isDraft);
    }

    @Test
    void theAuthorOfAnOldExportIsAFieldOfThePost() throws IOException {
        var post = FoundItems.of(directory, ghost(ghostPost("p9", "published", "public")))
                .post();

        assertThat(post.credits()).containsExactly(new Credit("Ada Example", null));
    }

    @Test
    void aBadPostIsNamedAndTheOthersGoOn() throws IOException {
        var bad = ghostPost("p2", "published", "public").replace("2016-06-30T10:00:00.000Z", "yesterday");

        var opened = FoundItems.of(
                directory,
                ghost(bad + ", 7, " + ghostPost("p3", "published", "public").replace("A loader", "Third")));

        assertThat(opened.summary())
                .satisfiesExactly(
                        first -> assertThat(first).contains("its field published_at is no date: yesterday"),
                        second -> assertThat(second).contains("is no object"),
                        third -> assertThat(third).endsWith("Third"));
    }

    @Test
    void aFileThatIsCutOffSaysWhereAndWhatIsMissing() throws IOException {
        var whole = ghost(ghostPost("p1", "published", "public") + ",\n" + ghostPost("p2", "published", "public"));

        var opened = FoundItems.of(directory, whole.substring(0, whole.indexOf("uuid-p2")));

        assertThat(opened.summary())
                .satisfiesExactly(
                        first -> assertThat(first).contains("its author is in the part of the file that is missing"),
                        end -> assertThat(end)
                                .isEqualTo(
                                        "unreadable, line 7: the JSON is cut off: the file ends here. Export again"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"db\": null}",
                "{\"db\": []}",
                "{\"db\": [{\"data\": {}}]}",
                "{\"db\": [{\"data\": {\"posts\": {}}}]}",
                "{\"db\": [{\"data\": {\"posts\": []}}]}"
            })
    void aFileWithoutPostsSaysWhatIsMissing(String json) throws IOException {
        assertThat(FoundItems.of(directory, json).summary())
                .singleElement()
                .asString()
                .startsWith("unreadable, line 1: the file has no posts: the list db[0].data.posts is missing or empty");
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() throws IOException {
        var twice = ghostPost("p2", "published", "public").replaceFirst("\\{", "{\"status\": \"draft\", ");

        var opened = FoundItems.of(directory, ghost(ghostPost("p1", "published", "public") + ",\n" + twice));

        assertThat(opened.summary()).hasSize(2);
        assertThat(opened.summary()).last().asString().contains("has a field twice in one object");
    }

    @Test
    void brokenJsonIsSaidInPlainWords() throws IOException {
        var broken = ghost(ghostPost("p1", "published", "public")).replace("\"tags\": [", "\"tags\": [NaN, ");
        var deep = ghost("[".repeat(2_000));

        assertThat(FoundItems.of(directory, deep).summary())
                .singleElement()
                .asString()
                .contains("the JSON is broken: something is nested too deeply")
                .doesNotContain("Stream", "Jackson");
        assertThat(FoundItems.of(directory, broken).summary()).last().asString().contains("it is not well-formed here");
    }

    @Test
    void aFileInAnotherEncodingIsNotReadAtAll() throws IOException {
        var json = ghost(ghostPost("p1", "published", "public")).replace("Bo Sample", "Jos\u00e9");

        assertThat(FoundItems.of(directory, json.getBytes(StandardCharsets.ISO_8859_1))
                        .summary())
                .singleElement()
                .asString()
                .contains("the file has bytes that are no characters in UTF-8", "save the file as UTF-8");
        assertThat(FoundItems.of(directory, ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE))
                        .post()
                        .credits())
                .contains(new Credit("Jos\u00e9", null));
    }
}
