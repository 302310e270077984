package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.post.ZipEntries;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.InMemoryPosts;

/** Exports, and imports of them where something is wrong or in the way. */
class ExportApiTests extends PostApi {

    private final InMemoryPosts posts;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ExportApiTests(WebTestClient client, InMemoryPosts posts) {
        super(client);
        this.posts = posts;
    }

    @Test
    void anExportIsADownloadThatNoCacheKeeps() {
        var answer = editor.get().uri("/api/export").exchange().expectBody().returnResult();

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/zip");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .matches("attachment; filename=\"vedette-export-\\d{4}-\\d{2}-\\d{2}\\.zip\"");
        assertThat(editor.head()
                        .uri("/api/export")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void authorsExportNothing() {
        editor = anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_author")))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();

        assertProblem(send(HttpMethod.GET, "/api/export", null), 403, "forbidden");
        assertThat(send(HttpMethod.GET, "/studio/export", null).status()).isEqualTo(403);
    }

    @Test
    void theStudioLinksTheExport() {
        assertThat(page("/studio/imports")).contains("href=\"/studio/export\"");
        assertThat(page("/studio/export")).contains("href=\"/api/export\"", "Subscribers are not in it");
    }

    @Test
    void aPostThatIsGoneComesBackWithItsRevisionsAndADraftThatIsHereStays() {
        var gone = draft("{\"title\": \"Gone %s\"}".formatted(unique));
        revise(gone, "{\"title\": \"Gone %s\", \"body\": \"Changed.\"}".formatted(unique));
        var kept = draft("{\"title\": \"Kept %s\"}".formatted(unique));
        var export = export();
        assertThat(delete(gone, "{}").status()).isEqualTo(204);

        var report = imported("", only(export, gone, kept));

        assertThat(items(report))
                .containsExactlyInAnyOrder(
                        "created posts/" + id(gone) + " Gone " + unique + ": ",
                        "skipped posts/" + id(kept) + " Kept " + unique + ": is here already");
        assertThat(send(HttpMethod.GET, gone + "/revisions", null).body()).contains("\"revision\":2", "\"revision\":1");
        assertThat(send(HttpMethod.GET, gone + "/revisions/1", null).status()).isEqualTo(200);
    }

    @Test
    void aSlugThatAnotherPostHasNowGetsANumber() {
        var gone = draft("{\"title\": \"Taken %s\"}".formatted(unique));
        var export = export();
        assertThat(delete(gone, "{}").status()).isEqualTo(204);
        var other = draft("{\"title\": \"Taken %s\"}".formatted(unique));
        assertThat(other).isNotEqualTo(gone);

        var report = imported("", only(export, gone));

        assertThat(items(report))
                .containsExactly("created posts/" + id(gone) + " Taken " + unique + ": its address is /posts/taken-"
                        + unique + "-2");
    }

    @Test
    void aScheduleWhoseTimeHasPassedWaitsForAnEditor() {
        var export = scheduled("2030-03-01T09:00:00Z");

        var report = imported(
                "",
                export.with(
                        current(export),
                        export.text(current(export)).replace("2030-03-01T09:00:00Z", "2020-03-01T09:00:00Z")));

        assertThat(items(report).get(0)).contains("it was to be published at 2020-03-01T09:00:00Z: schedule it again");
        assertThat(send(HttpMethod.GET, "/api/posts/" + report.text("/items/0/post"), null)
                        .text("/schedule/state"))
                .isEqualToIgnoringCase("late");
    }

    @Test
    void aScheduleInTheFutureStays() {
        var report = imported("", scheduled("2030-03-01T09:00:00Z"));

        assertThat(items(report).get(0)).contains("it is published here at 2030-03-01T09:00:00Z, as it was scheduled");
        assertThat(send(HttpMethod.GET, "/api/posts/" + report.text("/items/0/post"), null)
                        .text("/status"))
                .isEqualTo("scheduled");
    }

    /** An export of a post with a schedule, which is gone here. */
    private ZipEntries scheduled(String at) {
        var post = draft(COMPLETE.replace("A loader", "Scheduled " + unique));
        assertThat(send(HttpMethod.POST, post + "/publication", "{\"publishAt\": \"" + at + "\"}")
                        .status())
                .isEqualTo(200);
        var export = only(export(), post);
        assertThat(send(HttpMethod.DELETE, post + "/publication", null).status())
                .isEqualTo(200);
        assertThat(delete(post, "{}").status()).isEqualTo(204);
        return export;
    }

    private static String current(ZipEntries export) {
        return export.files().keySet().stream()
                .filter(name -> name.startsWith("posts/") && export.text(name).contains("\nrevisions: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsALineAndTheOthersGoOn() {
        var broken = draft("{\"title\": \"Broken %s\"}".formatted(unique));
        revise(broken, "{\"title\": \"Broken %s\", \"body\": \"Changed.\"}".formatted(unique));
        var cut = draft("{\"title\": \"Short %s\"}".formatted(unique));
        revise(cut, "{\"title\": \"Short %s\", \"body\": \"Changed.\"}".formatted(unique));
        var future = published(COMPLETE.replace("A loader", "Future " + unique));
        var good = draft("{\"title\": \"Good %s\"}".formatted(unique));
        var export = only(export(), broken, cut, future, good);
        Stream.of(broken, cut, good)
                .forEach(post -> assertThat(delete(post, "{}").status()).isEqualTo(204));
        var moved = "posts/" + UUID.randomUUID();
        var tampered = export.with(
                        name(broken, 1), export.text(name(broken, 1)).replace("Broken", "" + "x".repeat(250)))
                .without(name(cut, 1))
                .with(moved + "/000002.md", export.text(name(good, 1)))
                .with(
                        "series.jsonl",
                        "{\"slug\": \"Not A Slug\", \"title\": \"x\", \"cadence\": \"weekly\"}\nno json\n")
                .with(
                        "redirects.jsonl",
                        "{\"from\": \"/studio/x\", \"to\": \"/\", \"by\": {\"id\": \"x\", \"name\": \"X\"}, \"at\": \"2016-06-30T10:00:00Z\"}\n")
                .with(
                        "media/0123456789abcdef0123456789abcdef/picture.json",
                        "{\"sha256\": \"%s\"}".formatted("f".repeat(64)))
                .with("../../etc/passwd", "root");

        var report = imported("", tampered);

        assertThat(String.join("\n", items(report)))
                .contains("failed ../../etc/passwd : has a name that leads out of the zip")
                .contains("failed series.jsonl, line 1 : has a slug that must be")
                .contains("failed series.jsonl, line 2 : ")
                .contains("failed redirects.jsonl, line 1 : has a from that is an address of this site")
                .contains(
                        "failed media/0123456789abcdef0123456789abcdef/picture.json : is in the folder of another picture")
                .contains("failed posts/" + id(broken) + " Broken " + unique
                        + ": revision 1: has a title that must have at most")
                .contains("failed posts/" + id(cut) + " : has 1 of its 2 revisions")
                .contains("failed " + moved + " : has another id or revision than the name of its file")
                .contains("created posts/" + id(good) + " Good " + unique)
                .contains("failed manifest.json : counts ");
        assertThat(send(HttpMethod.GET, broken, null).status()).isEqualTo(404);
        assertThat(posts.of(new PostId(UUID.fromString(id(broken))))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void anExportWithoutItsManifestIsReadAndSaidToBeCutOff() {
        var post = draft("{\"title\": \"No manifest %s\"}".formatted(unique));
        var export = only(export(), post).without("manifest.json").with("series.jsonl", "");
        assertThat(delete(post, "{}").status()).isEqualTo(204);

        assertThat(items(imported("", export)))
                .anyMatch(item -> item.startsWith("created posts/" + id(post)))
                .anyMatch(item -> item.startsWith("failed manifest.json : is missing or damaged"));
    }

    @Test
    void anExportThatIsCutOffOrOfANewerVersionIsRefusedAsAWhole() {
        var zip = export().zip();
        var half = Arrays.copyOf(zip, zip.length / 2);
        var newer = only(export(), draft("{\"title\": \"Newer %s\"}".formatted(unique)))
                .with("manifest.json", "{\"format\": \"vedette-export\", \"version\": 99}");

        assertProblem(begin("", half), 415, "unknown-import-format");
        assertProblem(begin("", newer.zip()), 415, "unknown-import-format");
        assertThat(begin("", newer.zip()).text("/detail")).contains("has version 99 of the format");
    }

    @Test
    void aFileWhoseContentWasChangedByADiskIsFoundByItsChecksum() {
        var post = draft("{\"title\": \"Flipped %s\"}".formatted(unique));
        var zip = only(export(), post).zip();
        assertThat(delete(post, "{}").status()).isEqualTo(204);
        var stored = new String(zip, StandardCharsets.ISO_8859_1);
        var directory = stored.indexOf("PK\u0001\u0002", stored.lastIndexOf("posts/", stored.length()) - 60);
        zip[directory + 16] ^= 1;

        assertThat(items(imported("", zip))).anyMatch(item -> item.contains("is damaged: its checksum is wrong"));
    }

    private void revise(String post, String json) {
        assertThat(put(post, "\"1\"", json).status()).isEqualTo(200);
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String name(String address, int revision) {
        return "posts/" + id(address) + "/%06d.md".formatted(revision);
    }

    /** What other tests wrote is left out, and the manifest is as if it had not been there. */
    private static ZipEntries only(ZipEntries export, String... addresses) {
        var ids = Stream.of(addresses).map(ExportApiTests::id).toList();
        var some = export;
        for (var name : export.files().keySet()) {
            if (!name.equals("manifest.json") && ids.stream().noneMatch(name::contains)) {
                some = some.without(name);
            }
        }
        var revisions = some.files().size() - 1;
        return some.with("manifest.json", """
            {"format": "vedette-export", "version": 1, "createdAt": "2016-06-30T10:00:00Z", "counts": {"posts": %d,
             "revisions": %d, "pictures": 0, "series": 0, "authors": 0, "redirects": 0}}
            """.formatted(ids.size(), revisions));
    }

    private ZipEntries export() {
        return ZipEntries.of(Objects.requireNonNull(editor.get()
                .uri("/api/export")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent()));
    }

    private static List<String> items(Answer report) {
        return report.json().at("/items").values().stream()
                .map(item -> item.at("/outcome").asString() + " "
                        + item.at("/location").asString() + " "
                        + item.at("/title").asString() + ": "
                        + item.at("/message").asString())
                .toList();
    }

    private Answer imported(String query, ZipEntries export) {
        return imported(query, export.zip());
    }

    private String page(String address) {
        return Answer.of(editor.get()
                        .uri(address)
                        .accept(MediaType.TEXT_HTML)
                        .exchange()
                        .expectBody()
                        .returnResult())
                .body();
    }
}
