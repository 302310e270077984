package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PageMetadata.SharingImage;
import org.vedette.events.PostPublished;
import org.vedette.post.media.InMemoryMediaLibrary;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.InMemoryPosts;
import org.vedette.post.requests.Person;

/** What programs are told about a post, from the request to the event. */
class SharingTests extends StudioPagesApi {

    private static final String IMAGE = "/media/0123456789abcdef0123456789abcdef/1200x630.jpg";
    private static final String TOLD = """
            {"title": "A loader", "body": "It *waits*.", "bylines": [{"name": "Ada Example"}],
             "canonicalUrl": "https://labs.example/first", "metaTitle": " For  engines ", "metaDescription": "What it is.",
             "excerpt": "In short.", "sharingImage": {"address": "%s", "alternativeText": "A lure"}}
            """.formatted(IMAGE);

    private final InMemoryPosts posts;

    private final InMemoryMediaLibrary library;

    @Autowired
    SharingTests(WebTestClient client, InMemoryPosts posts, InMemoryMediaLibrary library) {
        super(client);
        this.posts = posts;
        this.library = library;
    }

    @BeforeEach
    void addPicture() {
        var address = MediaAddress.parse(IMAGE).orElseThrow();
        var media = new Media(
                address, address.format(), "0", "", new Person("ada", "Ada"), Instant.EPOCH, List.<MediaFile>of());
        assertThat(library.add(media).block()).isNotNull();
    }

    /** It has no files, which other tests show. */
    @AfterEach
    void removePicture() {
        assertThat(library.remove(new MediaId(IMAGE.substring(7, 39))).block()).isNotNull();
    }

    @Test
    void aPictureThatIsNotInTheLibraryIsRefusedUnlessThePostHadItBefore() {
        var missing = IMAGE.replace("0123", "3210");
        var post = draft(TOLD);
        assertThat(library.remove(new MediaId(IMAGE.substring(7, 39))).block()).isTrue();

        var created = send(HttpMethod.POST, "/api/posts", TOLD.replace(IMAGE, missing));
        var kept = patch(post, "\"1\"", "{\"title\": \"Another title\"}");
        var changed = patch(post, "\"2\"", "{\"sharingImage\": {\"address\": \"%s\"}}".formatted(missing));
        var asked = open("/studio" + post.substring("/api".length()) + "/publication");

        assertProblem(created, 422, "invalid-post");
        assertThat(created.text("/errors/0/field")).isEqualTo("sharingImage");
        assertThat(created.text("/errors/0/message")).contains("is not in the media library");
        assertThat(kept.status()).isEqualTo(200);
        assertProblem(changed, 422, "invalid-post");
        assertThat(asked.body()).contains("The picture shown with links is not in the library any more");
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
