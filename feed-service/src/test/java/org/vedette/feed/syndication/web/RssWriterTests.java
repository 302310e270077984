package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

class RssWriterTests {

    private static final Instant PUBLISHED = Instant.parse("2016-06-30T09:30:00Z");
    private static final Instant REVISED = Instant.parse("2016-07-01T08:00:00Z");

    private final RssWriter writer = new RssWriter(
            new Blog("Threat & Intelligence <Blog>", "A \"tagline\"", URI.create("https://blog.example.org")));

    @Test
    void aFeedIsWrittenAsTheGoldenFileSays() throws Exception {
        var feed = feed(anEntry("A loader that waits", "What we saw.", "<p>It <em>waits</em>.</p>"));

        var rss = new String(writer.write(feed), StandardCharsets.UTF_8);

        try (var golden = RssWriterTests.class.getResourceAsStream("/org/vedette/feed/syndication/golden.rss.xml")) {
            assertThat(rss).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aParserReadsWhatWasWritten() throws Exception {
        var feed = feed(anEntry("A loader that waits", "What we saw.", "<p>It <em>waits</em>.</p>"));

        var entry = parse(feed).getEntries().get(0);

        assertThat(entry.getUri()).isEqualTo("urn:uuid:0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");
        assertThat(entry.getLink()).isEqualTo("https://blog.example.org/posts/night-shift");
        assertThat(entry.getTitle()).isEqualTo("A loader that waits");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(PUBLISHED));
        assertThat(creators(entry)).containsExactly("Ada Example, Example Labs", "Ben Sample");
        assertThat(entry.getCategories()).extracting("name").containsExactly("Weekly Phishing Report", "phishing");
        assertThat(html(entry)).isEqualTo("<p>It <em>waits</em>.</p>");
    }

    @Test
    void nothingNastyBreaksTheFeedOrGetsLost() throws Exception {
        var title = "Tom & Jerry's <script>alert(1)</script> ]]> 😀 \u0000\u0008\uFFFE";
        var html = "<p>]]> CDATA[[ ]]]]>> &amp; 😀 \u000B\u001F tab\tend</p>";

        var entry = parse(feed(anEntry(title, title, html))).getEntries().get(0);

        assertThat(entry.getTitle()).isEqualTo("Tom & Jerry's <script>alert(1)</script> ]]> 😀 ");
        assertThat(html(entry)).isEqualTo("<p>]]> CDATA[[ ]]]]>> &amp; 😀  tab\tend</p>");
    }

    @Test
    void aHalfOfACharacterIsLeftOut() throws Exception {
        var feed = feed(anEntry("Half \uD83D of one", "s", "<p>\uDE00</p>"));

        var entry = parse(feed).getEntries().get(0);

        assertThat(entry.getTitle()).isEqualTo("Half  of one");
    }

    @Test
    void aSummaryIsTextThoughItIsShownAsHtml() throws Exception {
        var feed = feed(anEntry("t", "1 < 2 & <b>not bold</b>", "<p></p>"));

        var description = parse(feed).getEntries().get(0).getDescription().getValue();

        assertThat(description).isEqualTo("1 &lt; 2 &amp; &lt;b&gt;not bold&lt;/b&gt;");
    }

    @Test
    void anEmptyFeedIsValid() throws Exception {
        var empty = new Feed("Blog", "Tagline", "https://blog.example.org/", List.of(), null, null);

        var feed = parse(empty);

        assertThat(feed.getEntries()).isEmpty();
        assertThat(feed.getTitle()).isEqualTo("Blog");
        assertThat(feed.getDescription()).isEqualTo("Tagline");
    }

    @Test
    void thirtyLongPostsAreReadBack() throws Exception {
        var entries = IntStream.range(0, 30)
                .mapToObj(n -> anEntry("Post " + n, "s", "<p>" + "word ".repeat(900) + "</p>"))
                .toArray(FeedEntry[]::new);

        var feed = parse(feed(entries));

        assertThat(feed.getEntries()).hasSize(30);
    }

    /** Without the parser's healer, which would forgive us mistakes and rewrites entities even in CDATA. */
    private SyndFeed parse(Feed feed) throws Exception {
        try (var reader = new XmlReader(new ByteArrayInputStream(writer.write(feed)))) {
            var parser = new SyndFeedInput();
            parser.setXmlHealerOn(false);
            return parser.build(reader);
        }
    }

    private static List<String> creators(SyndEntry entry) {
        return ((DCModule) entry.getModule(DCModule.URI)).getCreators();
    }

    private static String html(SyndEntry entry) {
        return entry.getContents().get(0).getValue();
    }

    private static Feed feed(FeedEntry... entries) {
        return new Feed(
                "Threat & Intelligence <Blog>",
                "A \"tagline\"",
                "https://blog.example.org/",
                List.of(entries),
                REVISED,
                REVISED);
    }

    private static FeedEntry anEntry(String title, String summary, String html) {
        return new FeedEntry(
                UUID.fromString("0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f"),
                "https://blog.example.org/posts/night-shift",
                title,
                summary,
                html,
                List.of("Ada Example, Example Labs", "Ben Sample"),
                List.of("phishing"),
                new Series("weekly-phishing-report", "Weekly Phishing Report"),
                PUBLISHED);
    }
}
