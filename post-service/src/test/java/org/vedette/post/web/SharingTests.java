package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PageMetadata.SharingImage;
import org.vedette.events.PostPublished;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.InMemoryPosts;

/** What programs are told about a post, from the request to the event. */
class SharingTests extends StudioPagesApi {

    private static final String IMAGE = "/media/0123456789abcdef0123456789abcdef/1200x630.jpg";
    private static final String TOLD = """
            {"title": "A loader", "body": "It *waits*.", "bylines": [{"name": "Ada Example"}],
             "canonicalUrl": "https://labs.example/first", "metaTitle": " For  engines ", "metaDescription": "What it is.",
             "excerpt": "In short.", "sharingImage": {"address": "%s", "alternativeText": "A lure"}}
            """.formatted(IMAGE);

    private final InMemoryPosts posts;

    @Autowired
    SharingTests(WebTestClient client, InMemoryPosts posts) {
        super(client);
        this.posts = posts;
    }

    @Test
    void whatProgramsAreToldIsStoredAndAnswered() {
        var post = send(HttpMethod.GET, draft(TOLD), null);

        assertThat(post.text("/canonicalUrl")).isEqualTo("https://labs.example/first");
        assertThat(post.text("/metaTitle")).isEqualTo("For engines");
        assertThat(post.text("/metaDescription")).isEqualTo("What it is.");
        assertThat(post.text("/excerpt")).isEqualTo("In short.");
        assertThat(post.text("/sharingImage/address")).isEqualTo(IMAGE);
    }

    @Test
    void theEventTellsItAndHasTheExcerptOfTheEditor() {
        var post = published(TOLD);

        var event = (PostPublished) posts.events().stream()
                .map(OutboxEvent::event)
                .filter(each -> post.endsWith(each.postId().toString()))
                .reduce((older, newer) -> newer)
                .orElseThrow();

        assertThat(event.post().excerpt()).isEqualTo("In short.");
        assertThat(event.post().page().canonicalUrl()).isEqualTo("https://labs.example/first");
        assertThat(event.post().page().image()).isEqualTo(new SharingImage(IMAGE, "image/jpeg", 1200, 630, "A lure"));
    }

    @Test
    void aPatchRemovesItAndTheHistorySaysSo() {
        var post = draft(TOLD);

        var patched = patch(post, "\"1\"", "{\"canonicalUrl\": null, \"sharingImage\": null}");
        var history = send(HttpMethod.GET, post + "/revisions", null);

        assertThat(patched.json().has("canonicalUrl")).isFalse();
        assertThat(patched.text("/metaTitle")).isEqualTo("For engines");
        assertThat(history.text("/revisions/0/changed/0")).isEqualTo("canonicalUrl");
        assertThat(history.text("/revisions/0/changed/1")).isEqualTo("sharingImage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "canonicalUrl | /posts/a                    | must be a whole address",
                "canonicalUrl | javascript:alert(1)         | must be a whole address",
                "canonicalUrl | https://ada:secret@labs.test | must be a whole address",
                "excerpt      | \u2800                      | shows nothing",
            })
    void whatProgramsCannotBeToldIsRefused(String field, String value, String message) {
        var json = COMPLETE.replace("{\"title\"", "{\"%s\": \"%s\", \"title\"".formatted(field, value));

        var answer = send(HttpMethod.POST, "/api/posts", json);

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).contains(message);
    }

    @Test
    void aPictureFromElsewhereIsNotShownWithLinks() {
        var answer = send(HttpMethod.POST, "/api/posts", TOLD.replace("/media/", "https://labs.example/media/"));

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo("sharingImage");
    }

    @Test
    void theEditorHasAFoldedPartForIt() {
        var path = created(Map.of(
                "title", "A loader",
                "body", "![A lure](" + IMAGE + ")",
                "metaTitle", "For engines",
                "canonicalUrl", "https://labs.example/first",
                "sharingImage", IMAGE));

        var page = open(path).body();

        assertThat(page)
                .contains("<details class=\"studio-sharing\" open>", "value=\"https://labs.example/first\"")
                .contains("<option value=\"" + IMAGE + "\">");
        assertThat(open("/studio/posts/new").body()).contains("<details class=\"studio-sharing\">");
    }

    @Test
    void whatIsWrongInTheFoldedPartUnfoldsIt() {
        var answer = submit("/studio/posts/new", Map.of("title", "A loader", "canonicalUrl", "labs.example/first"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<details class=\"studio-sharing\" open>", "must be a whole address");
    }
}
