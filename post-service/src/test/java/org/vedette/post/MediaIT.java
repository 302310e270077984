package org.vedette.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pictures of posts with the store and the gateway's tokens. */
class MediaIT extends RunningService {

    private static final String POST = "{\"title\": \"A loader\", \"body\": \"![A chart](%s)\"}";

    @Test
    void everyFileOfAPictureIsServedAsItWasStored() {
        var picture = upload(Pictures.jpeg(1100, 1100));

        var variants = picture.at("/variants").values();

        assertThat(variants).hasSize(6).allSatisfy(variant -> {
            var content = content(variant.at("/url").asString());
            assertThat((long) content.length).isEqualTo(variant.at("/bytes").asLong());
            assertThat(ImageFormat.of(content).map(ImageFormat::mediaType))
                    .contains(variant.at("/type").asString());
        });
    }

    @Test
    void aPictureIsInUseWhileTheBodyOfAPostNamesIt() {
        var picture = upload(Pictures.png(310, 200));
        var address = "/api/media/" + picture.at("/id").asString();
        var post = json(
                HttpMethod.POST, "/api/posts", POST.formatted(picture.at("/url").asString()));

        assertThat(json(HttpMethod.GET, address, "").at("/usedIn/0/id").asString())
                .isEqualTo(post.at("/id").asString());
        assertThat(status(HttpMethod.DELETE, address)).isEqualTo(409);
        assertThat(unused()).doesNotContain(picture.at("/id").asString());

        var changed = client().put()
                .uri("/api/posts/" + post.at("/id").asString())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"title\": \"A loader\", \"body\": \"No chart.\"}");
        assertThat(changed.exchange().expectBody().returnResult().getStatus().value())
                .isEqualTo(200);

        assertThat(unused()).contains(picture.at("/id").asString());
        assertThat(status(HttpMethod.DELETE, address)).isEqualTo(409);
        assertThat(status(HttpMethod.DELETE, address + "?inHistory=true")).isEqualTo(204);
        assertThat(status(HttpMethod.GET, picture.at("/url").asString())).isEqualTo(404);
    }

    private List<String> unused() {
        return json(HttpMethod.GET, "/api/media?unused=true", "").at("/media").values().stream()
                .map(media -> media.at("/id").asString())
                .toList();
    }

    private JsonNode upload(byte[] picture) {
        return JsonMapper.shared()
                .readTree(client().post()
                        .uri("/api/media")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .bodyValue(picture)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    private JsonNode json(HttpMethod method, String address, String body) {
        return JsonMapper.shared()
                .readTree(client().method(method)
                        .uri(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectStatus()
                        .is2xxSuccessful()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
    }

    private int status(HttpMethod method, String address) {
        return client().method(method)
                .uri(address)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private byte[] content(String address) {
        var content = client().get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return content == null ? new byte[0] : content;
    }

    private WebTestClient client() {
        return client(tokens.tokenWithRoles("editor"));
    }
}
