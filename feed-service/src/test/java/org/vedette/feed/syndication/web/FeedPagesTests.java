package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;
import tools.jackson.databind.json.JsonMapper;

/** The older pages of feeds, followed as a feed reader does. */
class FeedPagesTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");
    private static final String HALF_A_MEGABYTE = "<p>" + "word ".repeat(100_000) + "</p>";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/tags/big/atom.xml"})
    void sixHugePostsAreAllReachableOnce(String feed) throws Exception {
        publish(6, HALF_A_MEGABYTE);

        var pages = follow(feed);

        assertThat(pages).extracting(List::size).containsExactly(3, 3);
        assertThat(pages.stream().flatMap(List::stream))
                .extracting(ReadEntry::title)
                .containsExactly("Post 5", "Post 4", "Post 3", "Post 2", "Post 1", "Post 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json", "/authors/ada-example/rss.xml"})
    void aLongFeedIsReachableToItsEnd(String feed) throws Exception {
        publish(65, "<p>Body.</p>");

        var pages = follow(feed);

        assertThat(pages).extracting(List::size).containsExactly(30, 30, 5);
        assertThat(pages.stream().flatMap(List::stream))
                .extracting(ReadEntry::title)
                .doesNotHaveDuplicates()
                .hasSize(65);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void aFeedThatEndsWithAFullPageHasNoPageAfterIt(String feed) throws Exception {
        publish(30, "<p>Body.</p>");

        var pages = follow(feed);

        assertThat(pages).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void aPostThatIsPublishedWhileSomebodyPagesMovesNothing(String feed) throws Exception {
        publish(40, "<p>Body.</p>");
        var first = entries(feed, body(feed));
        var next = Objects.requireNonNull(next(feed, body(feed)));

        slice.publish(aPost().title("Meanwhile").publishedAt(NOON.plusSeconds(600)));
        var second = entries(feed, body(next));

        assertThat(first.get(29).title()).isEqualTo("Post 10");
        assertThat(second).extracting(ReadEntry::title).startsWith("Post 9").hasSize(10);
        assertThat(entries(feed, body(feed)))
                .first()
                .extracting(ReadEntry::title)
                .isEqualTo("Meanwhile");
    }

    @Test
    void pagesContinueAfterAPostThatIsNotThereAnyMore() throws Exception {
        publish(31, "<p>Body.</p>");
        var next = Objects.requireNonNull(next("/feeds/atom.xml", body("/feeds/atom.xml")));
        slice.publish(
                aPost().marked("RED").title("Post 1").id(id(1)).revision(2).publishedAt(NOON.plusSeconds(1)));

        var rest = entries("/feeds/atom.xml", body(next));

        assertThat(rest).extracting(ReadEntry::title).containsExactly("Post 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void restrictedPostsAreOnNoPage(String feed) throws Exception {
        publish(35, "<p>Body.</p>");
        slice.publish(aPost().title("For few").marked("AMBER").publishedAt(NOON.minusSeconds(1)));

        var pages = follow(feed);

        assertThat(pages.stream().flatMap(List::stream))
                .extracting(ReadEntry::title)
                .hasSize(35)
                .doesNotContain("For few");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"})
    void anOlderPageIsCachedAndRevalidatedAsTheFirst(String feed) throws Exception {
        publish(31, "<p>Body.</p>");
        var next = path(Objects.requireNonNull(next(feed, body(feed))));
        var tag = slice.tag(next);

        var sent = slice.client().get().uri(next).exchange();
        var revalidated = slice.client().get().uri(next).ifNoneMatch(tag).exchange();

        sent.expectHeader().valueEquals("Cache-Control", "public, max-age=60, stale-while-revalidate=300");
        revalidated.expectStatus().isNotModified().expectHeader().valueEquals("ETag", tag);
    }

    @Test
    void anOlderPageNamesItselfItsFirstPageAndItsFeed() throws Exception {
        publish(61, "<p>Body.</p>");
        var second = Objects.requireNonNull(next("/feeds/atom.xml", body("/feeds/atom.xml")));

        var atom = new String(body(second), StandardCharsets.UTF_8);

        assertThat(atom)
                .contains("<id>https://blog.example.org/feeds/atom.xml</id>")
                .contains("rel=\"self\" type=\"application/atom+xml\" href=\"" + second + "\"")
                .contains(
                        "rel=\"first\" type=\"application/atom+xml\" href=\"https://blog.example.org/feeds/atom.xml\"")
                .contains("rel=\"next\"");
    }

    @Test
    void aSeriesIsCalledTheSameOnEveryPage() throws Exception {
        IntStream.range(0, 31)
                .forEach(n -> slice.publish(aPost().inSeries("weekly", n == 30 ? "New name" : "Old name")
                        .publishedAt(NOON.plusSeconds(n))));
        var feed = "/series/weekly/feed.json";

        var second = body(Objects.requireNonNull(next(feed, body(feed))));

        assertThat(JSON.readTree(second).path("title").asString()).isEqualTo("Night Watch · New name");
        assertThat(JSON.readTree(second).path("feed_url").asString()).isEqualTo("https://blog.example.org" + feed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/tags/big"})
    void everyPageKeepsTheRulesOfItsFormat(String folder) throws Exception {
        publish(61, "<p>Body.</p>");

        var rss = body(Objects.requireNonNull(next(folder + "/rss.xml", body(folder + "/rss.xml"))));
        var atom = body(Objects.requireNonNull(next(folder + "/atom.xml", body(folder + "/atom.xml"))));
        var json = body(Objects.requireNonNull(next(folder + "/feed.json", body(folder + "/feed.json"))));

        assertThatCode(() -> FeedSchemas.check("rss.xsd", rss)).doesNotThrowAnyException();
        assertThatCode(() -> FeedSchemas.check("atom.xsd", atom)).doesNotThrowAnyException();
        assertThat(JsonFeedRules.brokenBy(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nonsense, unknown-cursor", "AQ, unknown-cursor", "2, unknown-cursor", "a&cursor=b, repeated-parameter"
    })
    void aCursorThatIsNoneOfOursIsRefused(String cursor, String problem) throws Exception {
        publish(1, "<p>Body.</p>");

        var response = slice.client()
                .get()
                .uri("/feeds/rss.xml?cursor=" + cursor)
                .accept(MediaType.ALL)
                .exchange();

        response.expectStatus().isBadRequest().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.expectBody()
                .jsonPath("$.type")
                .value((String type) -> assertThat(type).endsWith(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=", "?utm_source=reader", "?_=12"})
    void whatIsNoCursorIsTheFirstPage(String query) throws Exception {
        publish(31, "<p>Body.</p>");

        var entries = entries("/feeds/rss.xml", body("/feeds/rss.xml" + query));

        assertThat(entries).extracting(ReadEntry::title).startsWith("Post 30");
    }

    @Test
    void theLastPageOfWhatIsGoneIsEmpty() throws Exception {
        publish(31, "<p>Body.</p>");
        var next = Objects.requireNonNull(next("/feeds/feed.json", body("/feeds/feed.json")));
        slice.publish(aPost().marked("RED").id(id(0)).revision(2).publishedAt(NOON));

        var page = body(next);

        assertThat(entries("/feeds/feed.json", page)).isEmpty();
        assertThat(next("/feeds/feed.json", page)).isNull();
        assertThat(JsonFeedRules.brokenBy(page)).isEmpty();
    }

    private void publish(int posts, String html) {
        IntStream.range(0, posts)
                .forEach(n -> slice.publish(aPost().id(id(n))
                        .title("Post " + n)
                        .slug("post-" + n)
                        .tagged("big")
                        .html(html)
                        .publishedAt(NOON.plusSeconds(n))));
    }

    private static UUID id(int number) {
        return new UUID(0x0190f0c47a107c3eL, 0x8000000000000000L + number);
    }

    /** The entries of every page; fails when a page leads to one that was read before. */
    private List<List<ReadEntry>> follow(String feed) throws Exception {
        var read = new ArrayList<String>();
        var pages = new ArrayList<List<ReadEntry>>();
        for (@Nullable String page = feed; page != null; ) {
            assertThat(read).doesNotContain(page);
            read.add(page);
            var body = body(page);
            pages.add(entries(feed, body));
            page = next(feed, body);
        }
        return pages;
    }

    private static List<ReadEntry> entries(String feed, byte[] body) throws Exception {
        return feed.endsWith(".json") ? ReadEntry.allOfJson(body) : ReadEntry.allOfXml(body);
    }

    private static @Nullable String next(String feed, byte[] body) throws Exception {
        return feed.endsWith(".json") ? JSON.readTree(body).path("next_url").asString(null) : Rome.next(body);
    }

    private byte[] body(String address) {
        var body = slice.client()
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                .build()
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

    private static String path(String address) {
        return address.replace("https://blog.example.org", "");
    }
}
