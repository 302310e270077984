package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;

class FeedTests {

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rss.xml, application/rss+xml;charset=utf-8",
        "atom.xml, application/atom+xml;charset=utf-8",
        "feed.json, application/feed+json;charset=utf-8"
    })
    void theFeedIsSentAsWhatItIs(String file, String type) {
        slice.publish(aPost().slug("waits").html("<p><a href=\"#fn1\">1</a></p>"));

        var response = slice.client().get().uri("/feeds/" + file).exchange();

        response.expectStatus().isOk().expectHeader().valueEquals("Content-Type", type);
        response.expectHeader().valueEquals("Cache-Control", "public, max-age=60, stale-while-revalidate=300");
        response.expectBody(String.class)
                .value(feed -> assertThat(feed)
                        .contains("https://blog.example.org/posts/waits#fn1")
                        .contains("https://blog.example.org/feeds/" + file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json"})
    void anUnchangedFeedIsNotSentAgain(String file) {
        slice.publish(aPost());
        var tag = slice.tag("/feeds/" + file);

        var response =
                slice.client().get().uri("/feeds/" + file).ifNoneMatch(tag).exchange();

        response.expectStatus().isNotModified().expectHeader().valueEquals("ETag", tag);
        response.expectBody().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json"})
    void anEmptyBlogHasAFeed(String file) {
        var response = slice.client().get().uri("/feeds/" + file).exchange();

        response.expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phishing", "c++", "c#", ".net", "größe", "日本語", "node.js", "a_b-c", "x%y", "a/b", "a b"})
    void aTagOfAnyScriptHasItsFeeds(String tag) {
        slice.publish(aPost().title("About it").tagged(tag));
        slice.publish(aPost().title("About nothing"));

        var response = slice.client().get().uri("/tags/{tag}/feed.json", tag).exchange();

        response.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Night Watch · Posts tagged " + tag)
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].title")
                .isEqualTo("About it");
    }

    @Test
    void anAuthorHasFeedsOfTheirOwn() {
        slice.publish(aPost().by("José Águila", "Example Labs"));
        slice.publish(aPost().by("Ada Example", null));

        var response =
                slice.client().get().uri("/authors/jose-aguila/feed.json").exchange();

        response.expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Night Watch · Posts by José Águila")
                .jsonPath("$.home_page_url")
                .isEqualTo("https://blog.example.org/authors/jose-aguila")
                .jsonPath("$.items[*].authors[*].name")
                .isEqualTo("José Águila")
                .jsonPath("$.items[*].authors[*]._ti.affiliation")
                .isEqualTo("Example Labs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/series/nothing", "/tags/nothing", "/authors/nobody"})
    void aFeedOfAnUnknownScopeIsAProblem(String page) {
        slice.publish(aPost());

        var response = slice.client()
                .get()
                .uri(page + "/atom.xml")
                .accept(MediaType.ALL)
                .exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.expectBody()
                .jsonPath("$.detail")
                .value((String detail) -> assertThat(detail).contains("Check it"));
    }

    @ParameterizedTest
    @CsvSource({
        "/series/weekly/feeds/rss.xml, /series/weekly/rss.xml",
        "/series/weekly/feeds/atom.xml, /series/weekly/atom.xml",
        "/series/weekly/feeds/feed.json, /series/weekly/feed.json",
        "/tags/c++/feeds/rss.xml, /tags/c%2B%2B/rss.xml",
        "/tags/c++/feeds/atom.xml, /tags/c%2B%2B/atom.xml",
        "/tags/c++/feeds/feed.json, /tags/c%2B%2B/feed.json",
        "/authors/ada-example/feeds/rss.xml, /authors/ada-example/rss.xml",
        "/authors/ada-example/feeds/atom.xml, /authors/ada-example/atom.xml",
        "/authors/ada-example/feeds/feed.json, /authors/ada-example/feed.json"
    })
    void aGuessedAddressRedirectsToTheFeed(String guessed, String address) {
        slice.publish(aPost().inSeries("weekly", "Weekly").tagged("c++").by("Ada Example", null));

        var response = slice.client().get().uri(guessed).exchange();

        response.expectStatus().isEqualTo(301).expectHeader().location("https://blog.example.org" + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss.xml", "atom.xml", "feed.json"})
    void theFeedOfAnAuthorWhoWasMergedRedirectsToTheOther(String file) {
        slice.publish(aPost().byAuthor("Zoe", "zoe", "zoe-2"));

        var response = slice.client().get().uri("/authors/zoe-2/" + file).exchange();

        response.expectStatus().isEqualTo(301).expectHeader().location("https://blog.example.org/authors/zoe/" + file);
    }

    @Test
    void aGuessedAddressOfAnUnknownScopeIsNotFound() {
        var response = slice.client().get().uri("/tags/nothing/feeds/rss.xml").exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aWriteToAFeedNamesTheAllowedMethods() {
        var response = slice.client()
                .post()
                .uri("/feeds/rss.xml")
                .accept(MediaType.ALL)
                .exchange();

        response.expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "GET, HEAD, OPTIONS");
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

    @Test
    void aFeedHasRetryAfterWhileTheStoreIsUnavailable() {
        slice.publish(aPost());
        slice.entries.fail();

        var response = slice.client().get().uri("/feeds/atom.xml").exchange();

        response.expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "30");
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/loader/rss.xml,     tags/loaders/rss.xml",
        "/tags/Loader/atom.xml,    tags/loaders/atom.xml",
        "/authors/ada/feed.json,   authors/ada-example/feed.json"
    })
    void theFeedOfWhatWasRenamedLeadsToThePresentOne(String former, String present) {
        slice.publish(aPost().tagged("loaders").byAuthor("Ada Example", "ada-example"));
        slice.redirect("/tags/loader", "/tags/loaders");
        slice.redirect("/authors/ada", "/authors/ada-example");

        slice.client()
                .get()
                .uri(former)
                .exchange()
                .expectStatus()
                .isEqualTo(301)
                .expectHeader()
                .valueEquals("Location", "https://blog.example.org/" + present);
    }
}
