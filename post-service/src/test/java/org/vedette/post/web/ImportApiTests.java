package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;
import static org.vedette.post.imports.ImportFiles.item;
import static org.vedette.post.imports.ImportFiles.wxr;
import static org.vedette.post.imports.ImportFiles.zipOf;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostPublished;
import org.vedette.post.media.Pictures;
import org.vedette.post.publishing.InMemoryPosts;

/** Imports and redirects, by the API and in the studio. */
class ImportApiTests extends PostApi {

    private final InMemoryPosts posts;

    @Autowired
    ImportApiTests(WebTestClient client, InMemoryPosts posts) {
        super(client);
        this.posts = posts;
    }

    @Test
    void importedPostsAreHereWithTheirAddressesAndNobodyIsMailed() {
        var id = unique();
        var file = wxr(item(id, "Number " + id, "It waits."), item(id + 1, "Draft " + id, "", "draft", "post"));

        var report = imported("", file);

        assertThat(report.text("/state")).isEqualTo("finished");
        assertThat(List.of(report.text("/format"), report.text("/created"), report.text("/failed")))
                .containsExactly("WordPress", "2", "0");
        assertThat(List.of(
                        report.text("/public"),
                        report.text("/drafts"),
                        report.text("/items/0/readers"),
                        report.text("/items/1/readers")))
                .containsExactly("1", "1", "everybody", "writers");
        var post = send(HttpMethod.GET, "/api/posts/" + report.text("/items/0/post"), null);
        assertThat(List.of(
                        post.text("/status"), post.text("/slug"), post.text("/publishedAt"), post.text("/revisedAt")))
                .containsExactly("published", "post-" + id, "2016-06-30T12:00:00Z", "2016-07-01T12:00:00Z");
        assertThat(posts.events())
                .filteredOn(event -> event.event().postId().toString().equals(report.text("/items/0/post")))
                .singleElement()
                .satisfies(event -> assertThat(
                                ((PostPublished) event.event()).post().quiet())
                        .isTrue());
        assertThat(send(HttpMethod.GET, "/api/posts/" + report.text("/items/1/post"), null)
                        .text("/status"))
                .isEqualTo("draft");
        assertThat(send(HttpMethod.GET, "/api/redirects?q=/post-" + id, null).text("/redirects/0/to"))
                .isEqualTo("/posts/post-" + id);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = wxr(item(unique(), "Once", "It waits."));
        imported("", file);

        var again = imported("", file);

        assertThat(List.of(again.text("/created"), again.text("/skipped"), again.text("/items/0/message")))
                .containsExactly("0", "1", "is here already");
    }

    @Test
    void theSameFileAgainBringsBackARedirectThatIsMissing() {
        var id = unique();
        var file = wxr(item(id, "Led", "It waits."));
        imported("", file);
        var path = "/2016/06/30/post-" + id;
        assertThat(send(HttpMethod.DELETE, "/api/redirects?from=" + path, null).status())
                .isEqualTo(204);

        imported("", file);

        assertThat(send(HttpMethod.GET, "/api/redirects?q=" + path, null).text("/redirects/0/to"))
                .isEqualTo("/posts/post-" + id);
    }

    @Test
    void aPostThatIsHereAndDiffersIsNamed() {
        var id = unique();
        imported("", wxr(item(id, "First", "It waits.")));

        var again = imported("", wxr(item(id, "Second", "It left."), item(id, "Third", "It waits.")));

        assertThat(List.of(again.text("/created"), again.text("/skipped"))).containsExactly("0", "2");
        assertThat(again.text("/items/0/message"))
                .isEqualTo("is here already, and differs: title, body. The post here stays as it is");
        assertThat(again.text("/items/1/message")).contains("differs: title.");
    }

    @Test
    void twoSingleFilesAreTwoPosts() {
        var first = unique() + ".md";
        var text = "---\ntitle: Single\nauthor: Ada\ndate: 2016-06-30\n---\nIt waits.";
        imported("?name=" + first, text);

        assertThat(imported("?name=" + unique() + ".md", text).text("/created")).isEqualTo("1");
        var other = imported("?name=" + first, text.replace("waits", "left"));
        assertThat(List.of(other.text("/skipped"), other.text("/fileName"))).containsExactly("1", first);
        assertThat(other.text("/items/0/message")).contains("differs: body", "give it an id in its front matter");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndStoresNothing() {
        var id = unique();
        var before = posts.events().size();

        var report = imported("?dryRun=true", wxr(item(id, "Dry", "It waits."), item(id + 1, "Empty", "")));

        assertThat(List.of(report.text("/dryRun"), report.text("/created"), report.text("/failed")))
                .containsExactly("true", "1", "1");
        assertThat(report.text("/items/1/message")).contains("body must not be empty in a published post");
        assertThat(posts.events()).hasSize(before);
        assertThat(send(HttpMethod.GET, "/api/redirects?q=/post-" + id, null)
                        .json()
                        .at("/redirects")
                        .size())
                .isZero();
    }

    @Test
    void aSlugThatAnotherPostHasGetsANumberAndTheReportSaysSo() {
        var id = unique();
        var taken = draft("{\"title\": \"Taken\", \"slug\": \"post-%d\"}".formatted(id));

        var report = imported("", wxr(item(id, "Taken", "It waits.")));

        assertThat(report.text("/items/0/post")).isNotEmpty().isNotEqualTo(taken);
        assertThat(report.text("/items/0/message")).isEqualTo("its address is /posts/post-" + id + "-2");
    }

    @Test
    void aPictureBesideThePostsIsTakenIntoTheLibraryAndABrokenOneIsNoted() {
        var files = new TreeMap<String, byte[]>(Map.of(
                "a.md",
                ("---\ntitle: Pictures " + unique() + "\nauthor: Ada\ndate: 2016-06-30\n---\n"
                                + "![A *house*](house.png \"At night\") ![broken](broken.png) ![gone](gone.png)")
                        .getBytes(StandardCharsets.UTF_8),
                "house.png",
                Pictures.png(64, 48),
                "broken.png",
                "no picture".getBytes(StandardCharsets.UTF_8)));

        var report = imported("", zipOf(files));

        assertThat(report.text("/created")).as(report.body()).isEqualTo("1");
        assertThat(report.text("/items/0/message"))
                .contains("the picture broken.png was not taken", "the picture gone.png is not beside the file");
        var body = send(HttpMethod.GET, "/api/posts/" + report.text("/items/0/post"), null)
                .text("/body");
        assertThat(body).matches("(?s)!\\[A \\*house\\*]\\(/media/[0-9a-f]{32}/64x48\\.(png|jpg) \"At night\"\\).*");
    }

    @Test
    void aFileThatIsTooLargeOrUnknownIsRefused() {
        var random = new byte[ImportApiFixture.MAX_BYTES + 1];
        new Random(1).nextBytes(random);

        assertProblem(begin("", random), 413, "request-too-large");
        assertProblem(begin("", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)), 415, "unknown-import-format");
        assertProblem(begin("?dryRun=perhaps", new byte[0]), 400, "malformed-request");
        assertProblem(send(HttpMethod.GET, "/api/imports/" + UUID.randomUUID(), null), 404, "unknown-import");
    }

    @Test
    void authorsImportNothingAndChangeNoRedirect() {
        editor = anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_author")))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();

        assertProblem(begin("", wxr().getBytes(StandardCharsets.UTF_8)), 403, "forbidden");
        assertProblem(send(HttpMethod.GET, "/api/imports", null), 403, "forbidden");
        assertProblem(
                send(HttpMethod.POST, "/api/redirects", "{\"from\": \"/x\", \"to\": \"/posts/x\"}"), 403, "forbidden");
    }

    @Test
    void whoMayNotImportIsToldSoBeforeTheFormIsRead() {
        var form = new MultipartBodyBuilder();
        form.part("other", "a form without a file");

        var answer = Answer.of(anyone.mutateWith(mockJwt().authorities(new SimpleGrantedAuthority("ROLE_author")))
                .post()
                .uri("/api/imports")
                .header("X-Request-Id", "r-1")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 403, "forbidden");
    }

    @Test
    void aRedirectIsAddedListedAndEnded() {
        var from = "/old/" + unique();
        var request = "{\"from\": \"%s/\", \"to\": \"http://localhost:8080/tags/loader\"}".formatted(from);

        assertThat(send(HttpMethod.POST, "/api/redirects", request).status()).isEqualTo(201);
        assertThat(send(HttpMethod.POST, "/api/redirects", request).status()).isEqualTo(201);
        assertProblem(
                send(HttpMethod.POST, "/api/redirects", request.replace("loader", "other")), 409, "redirect-exists");
        assertProblem(
                send(HttpMethod.POST, "/api/redirects", request.replace("/old", "/posts")), 422, "invalid-redirect");
        assertProblem(
                send(HttpMethod.POST, "/api/redirects", request.replace("/tags/", "/old/")), 422, "invalid-redirect");

        assertThat(send(HttpMethod.DELETE, "/api/redirects?from=" + from, null).status())
                .isEqualTo(204);
        assertProblem(send(HttpMethod.DELETE, "/api/redirects?from=" + from, null), 404, "unknown-redirect");
    }

    @Test
    void theStudioImportsWithoutAScript() {
        var form = new MultipartBodyBuilder();
        form.part(
                        "file",
                        new ByteArrayResource(
                                wxr(item(unique(), "By form", "It waits.")).getBytes(StandardCharsets.UTF_8)))
                .filename("old-blog.xml");
        form.part("dryRun", "true");

        var answer = Answer.of(editor.post()
                .uri("/studio/imports")
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var page = String.valueOf(answer.headers().getLocation());
        await().untilAsserted(() -> assertThat(page(page))
                .contains("old-blog.xml", "Dry run: 100 %", "Would be created", "By form", "line 13")
                .doesNotContain("http-equiv=\"refresh\""));
        assertThat(page("/studio/imports"))
                .contains(page, "1 would be created (1 public, 0 as drafts), 0 skipped, 0 failed");
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

    @CanIgnoreReturnValue
    private Answer imported(String query, String file) {
        return imported(query, file.getBytes(StandardCharsets.UTF_8));
    }

    private static int unique() {
        return Math.abs(UUID.randomUUID().hashCode() % 100_000_000) * 2 + 1;
    }
}
