package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.BLOG;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.anEntry;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.feedOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Feed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFeedWriterTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonFeedWriter writer = new JsonFeedWriter(BLOG);

    @Test
    void aFeedIsInTheLanguageOfTheBlog() {
        var blog = new Blog("Blog", "Tagline", URI.create("https://blog.example.org"), new Language("pt-BR"));

        var feed = new String(new JsonFeedWriter(blog).write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(feed).contains("\"language\":\"pt-BR\"");
    }

    @Test
    void aFeedIsWrittenAsTheGoldenFileSays() {
        var feed = new String(writer.write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(feed).isEqualTo(GoldenFile.read("golden.feed.json").strip());
    }

    @Test
    void theExtensionCarriesTheCorrections() {
        var entry = anEntry().corrected(Instant.parse("2016-07-01T03:30:00Z"), "It\u0000 was wrong.");

        var feed = JSON.readTree(writer.write(entry.feed()));

        assertThat(feed.at("/items/0/_ti/corrections").toString())
                .isEqualTo("[{\"date\":\"2016-07-01T03:30:00Z\",\"text\":\"It was wrong.\"}]");
    }

    @Test
    void aFeedKeepsTheRules() {
        var feed = writer.write(anEntry().feed());

        assertThat(JsonFeedRules.brokenBy(feed)).isEmpty();
    }

    @Test
    void anEmptyFeedKeepsTheRules() {
        var feed = writer.write(feedOf());

        assertThat(JsonFeedRules.brokenBy(feed)).isEmpty();
    }

    @Test
    void theRulesAreRules() {
        var feed = """
            {"version": "https://jsonfeed.org/version/1", "title": "", "home_page_url": "/", "feed_url": "ht tp",
            "authors": {}, "items": [{"id": 1, "url": "https://a.example/", "title": null, "tags": [1],
            "content_html": "x", "date_published": "yesterday", "date_modified": "2016-06-30", "ti": {}}]}\
            """;

        var broken = JsonFeedRules.brokenBy(feed.getBytes(StandardCharsets.UTF_8));

        assertThat(broken)
                .contains(
                        "version of another format",
                        "title is missing or no string",
                        "home_page_url is not absolute",
                        "feed_url is no address",
                        "authors is no array",
                        "id is missing or no string",
                        "title is null",
                        "a tag is no string",
                        "date_published is no date of RFC 3339",
                        "date_modified is no date of RFC 3339",
                        "item has an unknown ti");
    }

    @Test
    void aFeedNamesItsAddressAndItsPage() {
        var feed = JSON.readTree(
                writer.write(new Feed(Scope.author("josé"), "Blog · Posts by José", "Tagline", List.of(), null, null)));

        assertThat(feed.path("feed_url").asString()).isEqualTo("https://blog.example.org/authors/jos%C3%A9/feed.json");
        assertThat(feed.path("home_page_url").asString()).isEqualTo("https://blog.example.org/authors/jos%C3%A9");
    }

    @Test
    void hostileTextDoesNotBreakTheFeedAndHasNoCharactersThatXmlCannotCarry() {
        var nasty = "\"\\ <b>&amp;</b> ]]> 😀 \u0000\u0008\uFFFE\u2028 \uD83D";

        var item = item(
                anEntry().title(nasty).summary(nasty).html(nasty).tagged(nasty).by(nasty));

        var harmless = "\"\\ <b>&amp;</b> ]]> 😀 \u2028 ";
        assertThat(List.of(
                        item.path("title"),
                        item.path("summary"),
                        item.path("content_html"),
                        item.path("tags").path(0),
                        item.path("authors").path(0).path("name")))
                .extracting(JsonNode::asString)
                .containsOnly(harmless);
    }

    @Test
    void labelSeriesAndPeriodAreInAnExtension() {
        var extension = item(anEntry()).path("_ti");

        assertThat(extension.toString()).isEqualTo("""
            {"tlp":"CLEAR",\
            "series":{"slug":"weekly-phishing-report","title":"Weekly Phishing Report"},\
            "period":{"from":"2016-06-26","to":"2016-07-02"},"revision":2}\
            """);
    }

    private JsonNode item(FeedEntryBuilder entry) {
        return JSON.readTree(writer.write(entry.feed())).path("items").path(0);
    }
}
