package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.post.media.Pictures;

/** The pictures in the studio, without a script. */
class MediaPageTests extends StudioPagesApi {

    private static final String PAGE = "/studio/media";

    @Autowired
    MediaPageTests(WebTestClient client) {
        super(client);
    }

    @Test
    void aPictureIsUploadedGetsATextAndIsDeleted() {
        var uploaded = upload(editor, Pictures.jpeg(640, 311), "");
        var list = open(PAGE).body();
        var id = list.replaceAll("(?s).*?/media/([0-9a-f]{32})/640x311.*", "$1");

        var named = submit(PAGE + "/" + id + "/alt", Map.of("alt", "A [chart]"));
        var asked = open(PAGE + "/" + id + "/deletion");
        var deleted = submit(PAGE + "/" + id + "/deletion", Map.of());

        assertThat(uploaded.headers().getLocation()).hasToString(PAGE + "?done=uploaded");
        assertThat(named.headers().getLocation()).hasToString(PAGE + "?done=saved");
        assertThat(asked.body()).contains("deleted for ever", "alt=\"A [chart]\"");
        assertThat(deleted.headers().getLocation()).hasToString(PAGE + "?done=deleted");
        assertThat(send(HttpMethod.GET, "/api/media/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheReasonOnThePage() {
        var text = upload(editor, "not a picture".getBytes(StandardCharsets.UTF_8), "A chart of hosts");
        var none = upload(editor, new byte[0], "x");

        assertThat(text.status()).isEqualTo(415);
        assertThat(text.body()).contains("send a PNG, JPEG, WebP or GIF", "<h1 class=\"page-title\">Media</h1>");
        assertThat(text.body()).contains("name=\"alt\" value=\"A chart of hosts\"");
        var large = upload(editor, new byte[60_001], "A chart of hosts");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body()).contains("name=\"alt\" value=\"A chart of hosts\"");
        assertThat(none.status()).isEqualTo(415);
    }

    @Test
    void aPictureThatPostsUseIsNotDeleted() {
        var id = uploaded(Pictures.jpeg(641, 311), MediaApiFixture.USED);

        var deleted = submit(PAGE + "/" + id + "/deletion", Map.of("inHistory", "true"));

        assertThat(deleted.status()).isEqualTo(409);
        assertThat(deleted.body()).contains("Posts use this picture", "A loader");
        assertThat(open(PAGE + "?unused=true").body()).doesNotContain(id);
    }

    @Test
    void aPictureThatOnlyEarlierRevisionsHaveIsDeletedWhenThatIsSaid() {
        var id = uploaded(Pictures.jpeg(642, 311), MediaApiFixture.IN_HISTORY);

        var silently = send(HttpMethod.DELETE, "/api/media/" + id, null);
        var unticked = submit(PAGE + "/" + id + "/deletion", Map.of());
        var list = open(PAGE + "?unused=true").body();
        var ticked = submit(PAGE + "/" + id + "/deletion", Map.of("inHistory", "true"));

        assertProblem(silently, 409, "media-in-history");
        assertThat(silently.text("/inHistoryOf/0/title")).isEqualTo("A loader");
        assertThat(unticked.status()).isEqualTo(409);
        assertThat(unticked.body()).contains("Tick the box below");
        assertThat(list).contains("Only in earlier revisions of");
        assertThat(ticked.status()).isEqualTo(303);
    }

    @Test
    void anAuthorDeletesNoPictureOfSomebodyElse() {
        var id = uploaded(Pictures.jpeg(643, 311), "Somebody's");

        var deleted = submit(person("ada", "author"), PAGE + "/" + id + "/deletion", form(Map.of()));

        assertThat(deleted.status()).isEqualTo(403);
        assertThat(send(HttpMethod.GET, "/api/media/" + id, null).status()).isEqualTo(200);
    }

    private String uploaded(byte[] file, String alt) {
        assertThat(upload(editor, file, alt).status()).isEqualTo(303);
        var all = send(HttpMethod.GET, "/api/media?limit=1", null);
        return all.text("/media/0/id");
    }

    private static Answer upload(WebTestClient client, byte[] file, String alt) {
        var form = new MultipartBodyBuilder();
        form.part("alt", alt);
        form.part("file", new ByteArrayResource(file), MediaType.APPLICATION_OCTET_STREAM)
                .filename("chart.jpg");
        return Answer.of(client.post()
                .uri(PAGE)
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult());
    }
}
