package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;

class FeedTests {

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void theFeedIsSentAsWhatItIs() {
        slice.publish(aPost().slug("waits").html("<p><a href=\"#fn1\">1</a></p>"));

        var response = slice.client().get().uri("/feeds/rss.xml").exchange();

        response.expectStatus().isOk().expectHeader().valueEquals("Content-Type", "application/rss+xml;charset=utf-8");
        response.expectBody(String.class)
                .value(rss -> assertThat(rss)
                        .contains("https://blog.example.org/posts/waits#fn1")
                        .contains("href=\"https://blog.example.org/feeds/rss.xml\""));
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() {
        slice.publish(aPost());
        var tag = slice.tag("/feeds/rss.xml");

        var response =
                slice.client().get().uri("/feeds/rss.xml").ifNoneMatch(tag).exchange();

        response.expectStatus().isNotModified().expectBody().isEmpty();
    }

    @Test
    void anEmptyBlogHasAFeed() {
        var response = slice.client().get().uri("/feeds/rss.xml").exchange();

        response.expectStatus().isOk().expectHeader().doesNotExist("Last-Modified");
    }

    @Test
    void aFeedThatIsWrittenToSaysWhatIsAllowedAndIsAProblemToWhoTakesAnything() {
        var response = slice.client()
                .post()
                .uri("/feeds/rss.xml")
                .accept(MediaType.ALL)
                .exchange();

        response.expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "GET");
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUnknownFeedIsAProblemEvenForABrowser() {
        var response = slice.client()
                .get()
                .uri("/feeds/nothing.xml")
                .accept(MediaType.TEXT_HTML)
                .exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
