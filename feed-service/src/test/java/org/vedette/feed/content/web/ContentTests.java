package org.vedette.feed.content.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.WebSlice.CHANGED;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Tombstone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContentTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void postsComeNewestFirstWithEverythingButTheirBodies() {
        slice.publish(aPost().slug("older").publishedAt(NOON.minusSeconds(1)));
        slice.publish(aPost().slug("newer")
                .title("Newer")
                .by("Ada", "Labs")
                .tagged("phishing")
                .inSeries("brief", "Brief")
                .publishedAt(NOON));

        var answer = json("/api/feed/posts");

        assertThat(slugs(answer)).containsExactly("newer", "older");
        assertThat(answer.get("next").isNull()).isTrue();
        var post = answer.get("posts").get(0);
        assertThat(post.propertyNames()).doesNotContain("html", "text", "period");
        assertThat(post.get("permalink").asString()).isEqualTo("https://blog.example.org/posts/newer");
        assertThat(post.toString())
                .contains("\"tlp\":\"CLEAR\"", "\"affiliation\":\"Labs\"", "\"publishedAt\":\"2026-11-02T12:00:00Z\"");
    }

    @Test
    void aTagOrAuthorThatWasRenamedIsTheOneThatHasThePostsNow() {
        slice.publish(
                aPost().slug("sighting").by("Nightjar", null).tagged("nightjar").publishedAt(NOON));
        assertThat(slugs(json("/api/feed/posts?tag=birds"))).isEmpty();

        slice.redirect("/tags/birds", "/tags/nightjar");
        slice.redirect("/authors/owl", "/authors/nightjar");
        slice.redirect("/tags/elsewhere", "/authors/nightjar");

        assertThat(slugs(json("/api/feed/posts?tag=birds"))).containsExactly("sighting");
        assertThat(slugs(json("/api/feed/posts?author=owl&tag=birds"))).containsExactly("sighting");
        assertThat(slugs(json("/api/feed/posts?tag=elsewhere"))).isEmpty();
    }

    @Test
    void allPagesTogetherHaveEveryPostOnceWhateverIsPublishedMeanwhile() {
        var published = IntStream.range(0, 25)
                .mapToObj(n -> "post-" + n)
                .peek(slug -> slice.publish(aPost().slug(slug).publishedAt(NOON)))
                .toList();

        var read = new ArrayList<String>();
        var next = "";
        do {
            var page = json("/api/feed/posts?limit=10" + next);
            read.addAll(slugs(page));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
            slice.publish(aPost().publishedAt(NOON.plusSeconds(read.size())));
        } while (!next.isEmpty());

        assertThat(read).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void aPostMustMatchEveryFilter() {
        slice.publish(aPost().slug("wanted").tagged("a", "b").by("Ada", null).inSeries("s", "S"));
        slice.publish(
                aPost().slug("another-author").tagged("a", "b").by("Bob", null).inSeries("s", "S"));
        slice.publish(aPost().slug("another-tag").tagged("b").by("Ada", null).inSeries("s", "S"));
        slice.publish(aPost().slug("no-series").tagged("a").by("Ada", null));

        var answer = json("/api/feed/posts?series=s&tag=a&author=ada");

        assertThat(slugs(answer)).containsExactly("wanted");
    }

    @Test
    void aBylineHasTheSlugByWhichItsAuthorIsFound() {
        slice.publish(aPost().byAuthor("Zoe", "zoe-2"));
        slice.publish(aPost().by("Zoë", "Example Labs"));

        var answer = json("/api/feed/posts?author=zoe-2&fields=bylines");

        assertThat(answer.get("posts").toString())
                .isEqualTo("[{\"bylines\":[{\"name\":\"Zoe\",\"affiliation\":null,\"author\":\"zoe-2\"}]}]");
    }

    @Test
    void aPostSaysItsLanguage() {
        slice.publish(aPost().in("de").publishedAt(NOON));
        slice.publish(aPost().in("zh-Hant").publishedAt(NOON.plusSeconds(60)));

        var posts = json("/api/feed/posts?fields=language").get("posts");

        assertThat(posts.toString()).isEqualTo("[{\"language\":\"zh-Hant\"},{\"language\":\"de\"}]");
    }

    @Test
    void anAuthorWhoWasMergedIsFoundByTheFormerSlug() {
        slice.publish(aPost().slug("merged").byAuthor("Zoe", "zoe", "zoe-2"));
        slice.publish(aPost().slug("other").byAuthor("Zoë", "zoe"));

        assertThat(slugs(json("/api/feed/posts?author=zoe-2"))).containsExactlyInAnyOrder("merged", "other");
    }

    @Test
    void aDayBeginsAtMidnightInTheZoneOfTheBlog() {
        slice.publish(aPost().slug("last-of-the-day").publishedAt(Instant.parse("2026-11-03T04:59:59Z")));
        slice.publish(aPost().slug("first-of-the-next").publishedAt(Instant.parse("2026-11-03T05:00:00Z")));

        assertThat(slugs(json("/api/feed/posts?to=2026-11-03"))).containsExactly("last-of-the-day");
        assertThat(slugs(json("/api/feed/posts?from=2026-11-03"))).containsExactly("first-of-the-next");
        assertThat(slugs(json("/api/feed/posts?from=2026-11-03T06:00:00%2B01:00")))
                .containsExactly("first-of-the-next");
    }

    @Test
    void onlyTheRequestedFieldsAreSent() {
        slice.publish(aPost().slug("it-sleeps").text("It sleeps."));

        var post = json("/api/feed/posts?fields=text,slug").get("posts").get(0);

        assertThat(post.toString()).isEqualTo("{\"slug\":\"it-sleeps\",\"text\":\"It sleeps.\"}");
    }

    @Test
    void onePostIsWhole() {
        var post = aPost().html("<p>It sleeps.</p>")
                .corrected(CHANGED, "It was the other one.")
                .build();
        slice.save(new Entry(post, "It was the other one.", CHANGED));

        var answer = json("/api/feed/posts/" + post.id());

        assertThat(answer.get("html").asString()).isEqualTo("<p>It sleeps.</p>");
        assertThat(answer.get("correction").asString()).isEqualTo("It was the other one.");
        assertThat(answer.get("corrections").toString())
                .isEqualTo("[{\"date\":\"2026-11-20T10:11:12.345Z\",\"text\":\"It was the other one.\"}]");
    }

    @Test
    void aWithdrawnPostIsGoneAndInNoList() {
        var withdrawn = new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), "It was wrong.", CHANGED);
        slice.save(withdrawn);

        get("/api/feed/posts/" + withdrawn.id()).expectStatus().isEqualTo(410);

        assertThat(slugs(json("/api/feed/posts"))).isEmpty();
    }

    @Test
    void everySeriesIsThereWithItsNewestIssue() {
        slice.publish(aPost().slug("issue-1").inSeries("brief", "Old name").publishedAt(NOON));
        slice.publish(aPost().slug("issue-2").inSeries("brief", "Brief").publishedAt(NOON.plusSeconds(1)));

        var series = json("/api/feed/series").get(0);

        assertThat(series.get("title").asString()).isEqualTo("Brief");
        assertThat(series.get("issues").asInt()).isEqualTo(2);
        assertThat(series.get("latest").get("slug").asString()).isEqualTo("issue-2");
    }

    @Test
    void tagsComeMostUsedFirst() {
        slice.publish(aPost().tagged("rare", "common"));
        slice.publish(aPost().tagged("common"));

        var tags = json("/api/feed/tags");

        assertThat(tags.toString()).isEqualTo("[{\"tag\":\"common\",\"posts\":2},{\"tag\":\"rare\",\"posts\":1}]");
    }

    @Test
    void anUnchangedResponseIsNotSentAgain() {
        slice.publish(aPost());
        var tag = slice.tag("/api/feed/posts");

        var again = slice.client().get().uri("/api/feed/posts").header("If-None-Match", tag);

        again.exchange().expectStatus().isNotModified().expectBody().isEmpty();
    }

    @Test
    void theOrderOfParametersMakesNoDifference() {
        slice.publish(aPost().tagged("a"));

        assertThat(slice.tag("/api/feed/posts?tag=a&limit=5")).isEqualTo(slice.tag("/api/feed/posts?limit=5&tag=a"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit-out-of-range",
        "limit=101, limit-out-of-range",
        "limit=21&fields=html, limit-out-of-range",
        "limit=-1, malformed-number",
        "limit=ten, malformed-number",
        "limit=%D9%A2, malformed-number",
        "limit=99999999999999999999, malformed-number",
        "cursor=%00, unknown-cursor",
        "cursor=AAAA, unknown-cursor",
        "cursor=AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, unknown-cursor",
        "from=yesterday, malformed-time",
        "from=2026-02-30, malformed-time",
        "from=2026-11-03&to=2026-11-02, time-reversed",
        "from=0000-01-01, malformed-time",
        "to=%2B10000-01-01, malformed-time",
        "to=%2B999999999-12-31T23:59:59Z, malformed-time",
        "from=-999999999-01-01T00:00:00Z, malformed-time",
        "fields=body, unknown-field",
        "fields=, ",
        "tag, ",
        "cursor, ",
        "from, ",
        "fields, ",
        "author&limit, ",
        "limit&limit=1, repeated-parameter",
        "tga=phishing, unknown-parameter",
        "tag=a&tag=b, repeated-parameter",
    })
    void invalidParametersAreRejectedWithAdvice(String query, String problem) {
        var answer = get("/api/feed/posts?" + query);

        if (problem == null) {
            answer.expectStatus().isOk();
        } else {
            answer.expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:vedette:problem:" + problem)
                    .jsonPath("$.detail")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/feed/posts?tga=phishing            | tga    | known are: author, cursor, fields, from, limit, series, tag, to
                    /api/feed/search?q=x&limit=5            | limit  | known are: author, from, order, page, q, series, size, tag, to
                    /api/feed/series?tag=phishing           | tag    | this address takes none
                    /api/feed/tags?limit=5                  | limit  | this address takes none
                    /api/feed/posts/0193bfa5-0000-7000-8000-000000000001?fields=id | fields | this address takes none
                    /live?tag=phishing                      | tag    | known are: newest
                    """)
    void aParameterThatIsNotKnownIsRefusedWithThoseThatAre(String address, String parameter, String known) {
        var answer = get(address).expectStatus().isBadRequest().expectBody();

        answer.jsonPath("$.type").isEqualTo("urn:vedette:problem:unknown-parameter");
        answer.jsonPath("$.detail").isEqualTo("The parameter " + parameter + " is not known; " + known + ".");
        answer.jsonPath("$.errors[0].field").isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?utm_source=mail", "/feeds/rss.xml?utm_source=mail", "/posts/it-sleeps?fbclid=1"})
    void pagesAndFeedsIgnoreWhatLinksGetFromThoseWhoShareThem(String address) {
        slice.publish(aPost().slug("it-sleeps"));

        get(address).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "it-sleeps", "%20", "1-1-1-1-1", "%00"})
    void aMalformedIdIsRejectedWithAdvice(String name) {
        var answer =
                get("/api/feed/posts/" + name).expectStatus().isBadRequest().expectBody();

        answer.jsonPath("$.type").isEqualTo("urn:vedette:problem:malformed-id");
        answer.jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("UUID", "/api/feed/posts?fields=id,slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "*/*;q=0", "nonsense"})
    void jsonIsSentWhateverIsAccepted(String accepted) {
        slice.publish(aPost());

        var answer = slice.client().get().uri("/api/feed/posts").header("Accept", accepted);

        answer.exchange().expectStatus().isOk().expectHeader().contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void anUnknownIdIsAProblem() {
        get("/api/feed/posts/" + UUID.randomUUID())
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aCursorFromTheEndOfTimeIsAnEmptyOrAWholeList() {
        slice.publish(aPost());

        var beforeEverything = json("/api/feed/posts?cursor=AYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(slugs(beforeEverything)).isEmpty();
    }

    private JsonNode json(String path) {
        var body = slice.client()
                .get()
                .uri(URI.create(path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.builder().build().readTree(String.valueOf(body));
    }

    private WebTestClient.ResponseSpec get(String path) {
        return slice.client().get().uri(URI.create(path)).exchange();
    }

    private static List<String> slugs(JsonNode answer) {
        return answer.get("posts")
                .valueStream()
                .map(post -> post.get("slug").asString())
                .toList();
    }
}
