package org.vedette.feed.site.web;

import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import org.vedette.testsupport.events.PublicPosts;

/** Tests that read pages of a blog in New York which has what they publish. */
abstract class SitePageTests {

    /** Still June 30 where the blog is. */
    static final Instant JUNE_30 = Instant.parse("2016-07-01T03:00:00Z");

    final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    Document page(String path) {
        return page(path, 200);
    }

    Document page(String path, int status) {
        return page(slice.client(), path, status);
    }

    /** A page as a signed-in editor sees it. */
    Document editorsPage(String path) {
        return page(slice.clientWithRole("editor"), path, 200);
    }

    private static Document page(WebTestClient client, String path, int status) {
        var body = client.get()
                .uri(URI.create(path))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(String.valueOf(body), "https://blog.example.org" + path);
    }

    /** Where a path leads for good. */
    String redirect(String path) {
        var answer = slice.client()
                .get()
                .uri(URI.create(path))
                .exchange()
                .expectStatus()
                .isEqualTo(301);
        return String.valueOf(
                answer.returnResult(Void.class).getResponseHeaders().getLocation());
    }

    /** Publishes so many posts, the first of them newest, one an hour. */
    void publish(int number, PublicPosts like) {
        var newest = like.build();
        for (var hour = 0; hour < number; hour++) {
            slice.publish(aPost().title("Post " + (hour + 1))
                    .tagged(newest.tags().toArray(String[]::new))
                    .publishedAt(newest.publishedAt().minusSeconds(3600L * hour)));
        }
    }

    static PublicPosts anIssue(String series, String slug) {
        return aPost().inSeries(slug, series).covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2));
    }
}
