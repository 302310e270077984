package org.vedette.feed.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Tombstone;

class SearchTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void aHitHasAllThatAListShowsAndTheMarkedPlaces() {
        var post = aPost().slug("waits")
                .title("A loader")
                .text("Block evil[.]com now.")
                .by("Ada Example", "Example Labs")
                .tagged("windows")
                .inSeries("brief", "Brief")
                .publishedAt(NOON);
        slice.publish(post);

        var answer = search("?q=evil.com").expectStatus().isOk().expectBody();

        answer.json("""
            {"total": 1, "totalIsExact": true, "page": 1, "size": 10, "forgiven": [], "results": [{
              "title": "A loader", "titleParts": [{"text": "A loader", "marked": false}],
              "fragments": [[{"text": "Block ", "marked": false}, {"text": "evil[.]com", "marked": true},
                             {"text": " now.", "marked": false}]],
              "slug": "waits", "permalink": "https://blog.example.org/posts/waits",
              "publishedAt": "2026-11-02T12:00:00Z", "tags": ["windows"],
              "bylines": [{"name": "Ada Example", "affiliation": "Example Labs"}],
              "series": {"slug": "brief", "title": "Brief"}, "tlp": "CLEAR", "language": "en",
              "excerpt": "Block evil[.]com now."}]}
            """);
        answer.jsonPath("$.results[0].id").isEqualTo(post.build().id().toString());
    }

    @Test
    void aTagOrAuthorThatWasRenamedIsTheOneThatHasThePostsNow() {
        slice.publish(
                aPost().slug("sighting").by("Nightjar", null).tagged("nightjar").publishedAt(NOON));
        slice.redirect("/tags/birds", "/tags/nightjar");
        slice.redirect("/authors/owl", "/authors/nightjar");

        search("?tag=birds&author=owl")
                .expectBody()
                .jsonPath("$.results[*].slug")
                .isEqualTo(List.of("sighting"));
        slice.client()
                .get()
                .uri("/search?tag=birds&author=Owl")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("/posts/sighting"));
    }

    @Test
    void hitsAreInTheOrderOfTheSearchAndPagesFollow() {
        for (var n = 0; n < 5; n++) {
            slice.publish(aPost().slug("post-" + n).publishedAt(NOON.plusSeconds(n)));
        }

        var second = search("?q=loader&order=newest&size=2&page=2").expectBody();

        second.jsonPath("$.results[*].slug").isEqualTo(List.of("post-2", "post-1"));
        second.jsonPath("$.total").isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "series=brief, 1",
        "tag=windows, 1",
        "author=jose-example, 1",
        "from=2026-11-02, 1",
        "from=2026-11-02T12:00:00Z, 1",
        "from=2026-11-02T13:00:00%2B01:00, 1",
        "to=2026-11-02, 0",
        "from=2026-11-03, 0",
        "tag=linux, 0"
    })
    void filtersAreTaken(String filter, int total) {
        slice.publish(aPost().by("José Example", null)
                .tagged("windows")
                .inSeries("brief", "Brief")
                .publishedAt(NOON));

        search("?q=loader&" + filter).expectBody().jsonPath("$.total").isEqualTo(total);
        search("?" + filter).expectBody().jsonPath("$.total").isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "zoe-2"})
    void anAuthorWhoWasMergedIsFoundByEitherSlug(String slug) {
        slice.publish(aPost().byAuthor("Zoe", "zoe", "zoe-2"));
        slice.publish(aPost().byAuthor("Zoë", "zoe"));

        search("?q=loader&author=" + slug).expectBody().jsonPath("$.total").isEqualTo(2);
    }

    @Test
    void aDayBeginsAtMidnightInTheZoneOfTheBlog() {
        slice.publish(aPost().slug("last-of-the-day").publishedAt(Instant.parse("2026-11-03T04:59:59Z")));
        slice.publish(aPost().slug("first-of-the-next").publishedAt(Instant.parse("2026-11-03T05:00:00Z")));

        search("?q=loader&to=2026-11-03")
                .expectBody()
                .jsonPath("$.results[*].slug")
                .isEqualTo("last-of-the-day");
        search("?q=loader&from=2026-11-03")
                .expectBody()
                .jsonPath("$.results[*].slug")
                .isEqualTo("first-of-the-next");
    }

    @Test
    void aRepeatedRequestIsNotModified() {
        slice.publish(aPost());
        var tag = slice.tag("/api/feed/search?q=loader");

        var again = slice.client()
                .get()
                .uri("/api/feed/search?q=loader")
                .header("If-None-Match", tag)
                .exchange();

        again.expectStatus().isNotModified().expectHeader().valueEquals("Cache-Control", "no-cache");
    }

    @Test
    void gzipIsSentWhereItIsAccepted() {
        slice.publish(aPost());

        var answer = slice.client()
                .get()
                .uri("/api/feed/search?q=loader")
                .header("Accept-Encoding", "gzip")
                .exchange();

        answer.expectHeader().valueEquals("Content-Encoding", "gzip");
        answer.expectHeader().contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void anotherAcceptHeaderGetsJsonNevertheless() {
        slice.publish(aPost());

        var answer = slice.client()
                .get()
                .uri("/api/feed/search?q=loader")
                .header("Accept", "text/html")
                .exchange();

        answer.expectStatus().isOk().expectHeader().contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void aCorrectedTypoIsNamed() {
        slice.publish(aPost().text("A phishing campaign"));

        search("?q=phishnig")
                .expectBody()
                .jsonPath("$.forgiven[0].typed")
                .isEqualTo("phishnig")
                .jsonPath("$.forgiven[0].understoodAs[0]")
                .isEqualTo("phishing");
    }

    @Test
    void whatMatchesOutsideTitleAndBodyIsNamed() {
        slice.publish(aPost().title("x").text("y").tagged("windows", "macro").by("José Example", "Example Labs"));

        search("?q=macro%20jose").expectBody().json("""
            {"results": [{"matches": [
              {"field": "byline", "parts": [{"text": "José", "marked": true}, {"text": " Example", "marked": false}]},
              {"field": "tag", "parts": [{"text": "macro", "marked": true}]}]}]}
            """);
    }

    @Test
    void aPostTheStoreHasNoLongerIsLeftOut() {
        var post = aPost().build();
        slice.publish(aPost().id(post.id()));
        assertThat(slice.entries
                        .save(new Tombstone(post.id(), 2, post.slug(), List.of(), null, NOON))
                        .block())
                .isTrue();

        search("?q=loader")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.results")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "page=one, from 1 to 100",
        "page=101, from 1 to 100",
        "size=ten, from 1 to 50",
        "size=51, from 1 to 50",
        "from=yesterday, such as 2026-11-28",
        "order=oldest, relevance or newest"
    })
    void theProblemNamesTheParameterAndWhatIsAllowed(String parameter, String allowed) {
        search("?q=x&" + parameter)
                .expectBody()
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail).contains(parameter.substring(0, parameter.indexOf('=')), allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing-to-search",
        "?q=%20, nothing-to-search",
        "?q=x&page=0, no-such-page",
        "?q=x&page=101, no-such-page",
        "?q=x&page=one, malformed-number",
        "?q=x&page=%D9%A2, malformed-number",
        "?q=x&page=99999999999999999999, malformed-number",
        "?q=x&size=51, no-such-size",
        "?q=x&from=yesterday, malformed-time",
        "?q=x&from=2026-02-30, malformed-time",
        "?q=x&from=2026-11-03&to=2026-11-02, time-reversed",
        "?q=x&to=%2B999999999-12-31, malformed-time",
        "?q=x&to=%2B999999999-12-31T23:59:59Z, malformed-time",
        "?q=x&order=oldest, unknown-order",
        "?q=x&unknown=1, unknown-parameter",
        "?q=x&q=y, repeated-parameter"
    })
    void aMalformedQueryIsAProblemThatSaysWhatToDo(String query, String problem) {
        search(query)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:" + problem)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Test
    void aHugeQueryIsAProblem() {
        search("?q=" + "x".repeat(3_000))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Search for at most 200 characters.");
    }

    @Test
    void whileTheIndexIsBuiltTheResponseIs503() {
        try (var starting = WebSlice.whileTheSearchIndexIsBuilt()) {
            starting.client()
                    .get()
                    .uri("/api/feed/search?q=loader")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:vedette:problem:search-not-ready");
        }
    }

    private WebTestClient.ResponseSpec search(String query) {
        return slice.client().get().uri(URI.create("/api/feed/search" + query)).exchange();
    }
}
