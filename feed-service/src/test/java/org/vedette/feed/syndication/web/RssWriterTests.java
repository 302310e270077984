package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.BLOG;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.PUBLISHED;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.anEntry;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.feedOf;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Language;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

class RssWriterTests {

    private final RssWriter writer = new RssWriter(BLOG);

    @Test
    void aFeedIsInTheLanguageOfTheBlog() {
        var blog = new Blog("Blog", "Tagline", URI.create("https://blog.example.org"), new Language("pt-BR"));

        var feed = new String(new RssWriter(blog).write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(feed).contains("<language>pt-BR</language>");
    }

    @Test
    void aFeedIsWrittenAsTheGoldenFileSays() {
        var rss = new String(writer.write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(rss).isEqualTo(GoldenFile.read("golden.rss.xml"));
    }

    @Test
    void aParserReadsWhatWasWritten() throws Exception {
        var entry = parse(anEntry().feed()).getEntries().get(0);

        assertThat(entry.getUri()).isEqualTo("urn:uuid:0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");
        assertThat(entry.getLink()).isEqualTo("https://blog.example.org/posts/night-shift");
        assertThat(entry.getTitle()).isEqualTo("A loader that waits");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(PUBLISHED));
        assertThat(creators(entry)).containsExactly("Ada Example", "Ben Sample");
        assertThat(entry.getCategories()).extracting("name").containsExactly("Weekly Phishing Report", "phishing");
        assertThat(html(entry)).isEqualTo("<p>It <em>waits</em>.</p>");
    }

    @Test
    void hostileTextNeitherBreaksTheFeedNorGetsLost() throws Exception {
        var title = "Tom & Jerry's <script>alert(1)</script> ]]> 😀 \u0000\u0008\uFFFE";
        var html = "<p>]]> CDATA[[ ]]]]>> &amp; 😀 \u000B\u001F tab\tend</p>";

        var entry = entry(anEntry().title(title).html(html));

        assertThat(entry.getTitle()).isEqualTo("Tom & Jerry's <script>alert(1)</script> ]]> 😀 ");
        assertThat(html(entry)).isEqualTo("<p>]]> CDATA[[ ]]]]>> &amp; 😀  tab\tend</p>");
    }

    @Test
    void aLoneSurrogateIsLeftOut() throws Exception {
        var entry = entry(anEntry().title("Half \uD83D of one").html("<p>\uDE00</p>"));

        assertThat(entry.getTitle()).isEqualTo("Half  of one");
    }

    @Test
    void markupCharactersInTagsSeriesAndNamesAreEscaped() throws Exception {
        var entry = entry(anEntry().tagged("\"<&'", "größe").inSeries("A & <B>").by("O'Hara <x>, \"Y\" & Z"));

        assertThat(entry.getCategories()).extracting("name").containsExactly("A & <B>", "\"<&'", "größe");
        assertThat(entry.getCategories())
                .extracting("taxonomyUri")
                .containsExactly(
                        "https://blog.example.org/series",
                        "https://blog.example.org/tags",
                        "https://blog.example.org/tags");
        assertThat(creators(entry)).containsExactly("O'Hara <x>, \"Y\" & Z");
    }

    @Test
    void aSummaryIsEscapedForHtml() throws Exception {
        var entry = entry(anEntry().summary("1 < 2 & <b>not bold</b>"));

        assertThat(entry.getDescription().getValue()).isEqualTo("1 &lt; 2 &amp; &lt;b&gt;not bold&lt;/b&gt;");
    }

    @Test
    void anEmptyFeedIsValid() throws Exception {
        var feed = parse(feedOf());

        assertThat(feed.getEntries()).isEmpty();
        assertThat(feed.getTitle()).isEqualTo(BLOG.title());
        assertThat(feed.getDescription()).isEqualTo("A \"tagline\"");
    }

    @Test
    void aFeedHasAPictureWithTheTitleAndTheAddressOfTheFeed() throws Exception {
        var feed = parse(feedOf());

        assertThat(feed.getImage().getUrl()).isEqualTo("https://blog.example.org/assets/icon-144.png");
        assertThat(feed.getImage().getTitle()).isEqualTo(feed.getTitle());
        assertThat(feed.getImage().getLink()).isEqualTo(feed.getLink());
    }

    @Test
    void thirtyLongPostsAreReadBack() throws Exception {
        var entries = IntStream.range(0, 30)
                .mapToObj(n -> anEntry()
                        .title("Post " + n)
                        .html("<p>" + "word ".repeat(900) + "</p>")
                        .build())
                .toArray(FeedEntry[]::new);

        var feed = parse(feedOf(entries));

        assertThat(feed.getEntries()).hasSize(30);
    }

    private SyndEntry entry(FeedEntryBuilder entry) throws Exception {
        return parse(entry.feed()).getEntries().get(0);
    }

    private SyndFeed parse(Feed feed) throws Exception {
        return Rome.read(writer.write(feed));
    }

    private static List<String> creators(SyndEntry entry) {
        return ((DCModule) entry.getModule(DCModule.URI)).getCreators();
    }

    private static String html(SyndEntry entry) {
        return entry.getContents().get(0).getValue();
    }
}
