package org.vedette.feed.cards.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

class CardTests {

    private static final UUID ID = UUID.fromString("0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void thePageOfAPostNamesItsCardWithItsSize() throws Exception {
        slice.publish(waits());

        var page = page("/posts/waits");
        var card = ImageIO.read(new ByteArrayInputStream(body(property(page, "og:image"))));

        assertThat(property(page, "og:image:width")).isEqualTo(String.valueOf(card.getWidth()));
        assertThat(property(page, "og:image:height")).isEqualTo(String.valueOf(card.getHeight()));
        assertThat(property(page, "og:image:type")).isEqualTo("image/png");
        assertThat(property(page, "og:image:alt")).isEqualTo("It waits · Night Watch");
        assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/archive", "/tags", "/tags/phishing", "/feeds"})
    void otherPagesNameTheCardOfTheBlog(String path) throws Exception {
        slice.publish(waits().tagged("phishing"));

        var card = property(page(path), "og:image");

        assertThat(card).startsWith("https://blog.example.org/cards/site/");
        assertThat(ImageIO.read(new ByteArrayInputStream(body(card))).getWidth())
                .isEqualTo(1200);
    }

    @Test
    void aCardIsSentAsWhatItIsAndRevalidated() {
        slice.publish(waits());
        var card = path(property(page("/posts/waits"), "og:image"));
        var tag = slice.tag(card);

        var sent =
                slice.client().get().uri(card).header("Accept-Encoding", "gzip").exchange();
        var revalidated = slice.client().get().uri(card).ifNoneMatch(tag).exchange();

        sent.expectHeader().contentType("image/png");
        sent.expectHeader().doesNotExist("Content-Encoding");
        sent.expectHeader().valueEquals("Cache-Control", "public, max-age=60, stale-while-revalidate=300");
        revalidated.expectStatus().isNotModified();
    }

    @Test
    void anotherTitleHasAnotherAddressAndTheFormerOneLeadsThere() {
        slice.publish(waits());
        var before = path(property(page("/posts/waits"), "og:image"));

        slice.publish(waits().revision(2).title("It waits no more"));
        var after = property(page("/posts/waits"), "og:image");

        assertThat(path(after)).isNotEqualTo(before);
        var response = slice.client().get().uri(before).exchange();
        response.expectStatus().isEqualTo(301).expectHeader().location(after);
    }

    @Test
    void anotherBodyHasTheSameCard() {
        slice.publish(waits());
        var before = property(page("/posts/waits"), "og:image");

        slice.publish(waits().revision(2).html("<p>Something else.</p>"));

        assertThat(property(page("/posts/waits"), "og:image")).isEqualTo(before);
    }

    @Test
    void aPostWhoseLabelWasRaisedHasNoCard() {
        slice.publish(waits());
        var card = path(property(page("/posts/waits"), "og:image"));
        assertThat(body(card)).isNotEmpty();

        slice.publish(waits().revision(2).marked("AMBER"));

        var response = slice.client().get().uri(card).accept(MediaType.ALL).exchange();
        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aRestrictedPostShowsNoCardToEditorsEither() {
        slice.publish(waits().marked("AMBER"));

        var page = slice.clientWithRole("editor")
                .get()
                .uri("/posts/waits")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("It waits").doesNotContain("og:image", "twitter:card");
    }

    @Test
    void aWithdrawnPostsCardIsGone() {
        slice.publish(waits());
        var card = path(property(page("/posts/waits"), "og:image"));

        slice.save(new Tombstone(ID, 2, "waits", List.of(), null, WebSlice.CHANGED));

        slice.client().get().uri(card).exchange().expectStatus().isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cards",
                "/cards/site",
                "/cards/site/0.png",
                "/cards/site/0123456789abcdef01.gif",
                "/cards/nobody/0123456789abcdef01.png",
                "/cards/0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e90/0123456789abcdef01.png"
            })
    void whatIsNoCardIsNotFound(String path) {
        slice.publish(waits());

        var response = slice.client().get().uri(path).accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static PublicPosts waits() {
        return aPost().id(ID).slug("waits").title("It waits");
    }

    private Document page(String path) {
        var html = slice.client()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(String.valueOf(html));
    }

    private byte[] body(String address) {
        var body = slice.client()
                .get()
                .uri(URI.create(path(address)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }

    private static String path(String address) {
        return address.replace("https://blog.example.org", "");
    }
}
