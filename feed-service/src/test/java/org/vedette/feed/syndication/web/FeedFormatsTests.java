package org.vedette.feed.syndication.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.WebSlice;
import tools.jackson.databind.json.JsonMapper;

/** The three formats of one feed, on a blog with all that is hard about posts. */
class FeedFormatsTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00.123Z");
    private static final Instant LATER = NOON.plusSeconds(86_400);
    private static final String NASTY = "\"<b>'&amp; ]]> 😀 \u0000\uFFFE \uD83D ٣";

    private final WebSlice slice = new WebSlice();

    @BeforeEach
    void publish() {
        IntStream.range(0, 40)
                .forEach(n -> slice.publish(aPost().title("Post " + n)
                        .slug("post-" + n)
                        .tagged("größe", "c++")
                        .inSeries("weekly", "Weekly " + n / 10)
                        .covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2))
                        .by("Ada Example", "Example Labs")
                        .publishedAt(NOON.plusMillis(n))
                        .revisedAt(NOON.plusSeconds(n))
                        .marked(n % 7 == 0 ? "AMBER" : "CLEAR")));
        slice.publish(aPost().title(NASTY)
                .standfirst(NASTY)
                .slug("nasty")
                .html("<p><a href=\"//x\">x</a> <img src=\"/media/a.png\" alt=\"\" /> " + NASTY + "</p>")
                .tagged("größe", NASTY)
                .inSeries("weekly", NASTY)
                .by("Ada Example", NASTY)
                .publishedAt(NOON.plusSeconds(600)));
    }

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/series/weekly", "/tags/größe", "/authors/ada-example", "/tags/c++"})
    void theFormatsOfOneFeedSayTheSame(String folder) throws Exception {
        var rss = ReadEntry.allOfXml(body(folder + "/rss.xml"));
        var atom = ReadEntry.allOfXml(body(folder + "/atom.xml"));
        var json = ReadEntry.allOfJson(body(folder + "/feed.json"));

        assertThat(rss).hasSize(30).isEqualTo(atom).isEqualTo(json);
        assertThat(rss).extracting(ReadEntry::id).doesNotHaveDuplicates();
        assertThat(rss).extracting(ReadEntry::published).doesNotHaveDuplicates();
    }

    @Test
    void noDateOfABurstIsInTheFutureAndNoneIsBeforeThatOfThePublication() throws Exception {
        IntStream.range(0, 40).forEach(n -> slice.publish(aPost().publishedAt(LATER.plusMillis(n * 95L))));

        var entries = Rome.read(body("/feeds/atom.xml")).getEntries();
        var items = new JsonMapper().readTree(body("/feeds/feed.json")).path("items");
        var published = ReadEntry.allOfXml(body("/feeds/rss.xml"));

        assertThat(published)
                .extracting(ReadEntry::published)
                .doesNotHaveDuplicates()
                .allMatch(date -> !date.isAfter(LATER.plusMillis(3_700)));
        assertThat(entries)
                .hasSize(30)
                .allMatch(entry -> entry.getUpdatedDate()
                        .toInstant()
                        .equals(entry.getPublishedDate().toInstant()));
        assertThat(items)
                .hasSize(30)
                .allMatch(item -> item.path("date_modified").equals(item.path("date_published")));
    }

    @Test
    void anEntryInAnotherLanguageThanTheBlogSaysSo() {
        slice.publish(aPost().tagged("sprachen").in("de-AT").publishedAt(LATER));
        slice.publish(aPost().tagged("sprachen").in("en").publishedAt(LATER.plusSeconds(60)));

        var rss = new String(body("/tags/sprachen/rss.xml"), UTF_8);
        var atom = new String(body("/tags/sprachen/atom.xml"), UTF_8);
        var json = new JsonMapper().readTree(body("/tags/sprachen/feed.json"));

        assertThat(rss).contains("<language>en</language>").containsOnlyOnce("<dc:language>de-AT</dc:language>");
        assertThat(atom).containsOnlyOnce("xml:lang=\"en\"").containsOnlyOnce("<entry xml:lang=\"de-AT\">");
        assertThat(json.path("language").asString()).isEqualTo("en");
        assertThat(json.at("/items/1/language").asString()).isEqualTo("de-AT");
        assertThat(json.at("/items/0").has("language")).isFalse();
        assertThatCode(() -> FeedSchemas.check("rss.xsd", body("/tags/sprachen/rss.xml")))
                .doesNotThrowAnyException();
        assertThatCode(() -> FeedSchemas.check("atom.xsd", body("/tags/sprachen/atom.xml")))
                .doesNotThrowAnyException();
        assertThat(JsonFeedRules.brokenBy(body("/tags/sprachen/feed.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/series/weekly", "/tags/größe", "/authors/ada-example", "/tags/c++"})
    void everyFormatKeepsItsRules(String folder) {
        var rss = body(folder + "/rss.xml");
        var atom = body(folder + "/atom.xml");
        var json = body(folder + "/feed.json");

        assertThatCode(() -> FeedSchemas.check("rss.xsd", rss)).doesNotThrowAnyException();
        assertThatCode(() -> FeedSchemas.check("atom.xsd", atom)).doesNotThrowAnyException();
        assertThat(JsonFeedRules.brokenBy(json)).isEmpty();
    }

    private byte[] body(String path) {
        var body = slice.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }
}
