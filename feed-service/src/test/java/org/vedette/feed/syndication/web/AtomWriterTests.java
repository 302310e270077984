package org.vedette.feed.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.BLOG;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.PUBLISHED;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.REVISED;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.anEntry;
import static org.vedette.feed.syndication.web.FeedEntryBuilder.feedOf;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Feed;

class AtomWriterTests {

    private final AtomWriter writer = new AtomWriter(BLOG);

    @Test
    void aFeedIsInTheLanguageOfTheBlog() {
        var blog = new Blog("Blog", "Tagline", URI.create("https://blog.example.org"), new Language("pt-BR"));

        var feed = new String(new AtomWriter(blog).write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(feed).contains("xml:lang=\"pt-BR\"");
    }

    @Test
    void aFeedIsWrittenAsTheGoldenFileSays() {
        var atom = new String(writer.write(anEntry().feed()), StandardCharsets.UTF_8);

        assertThat(atom).isEqualTo(GoldenFile.read("golden.atom.xml"));
    }

    @Test
    void aParserReadsWhatWasWritten() throws Exception {
        var entry = entry(anEntry());

        assertThat(entry.getUri()).isEqualTo("urn:uuid:0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");
        assertThat(entry.getLink()).isEqualTo("https://blog.example.org/posts/night-shift");
        assertThat(entry.getTitle()).isEqualTo("A loader that waits");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(PUBLISHED));
        assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(REVISED));
        assertThat(entry.getAuthors()).extracting("name").containsExactly("Ada Example", "Ben Sample");
        assertThat(entry.getCategories()).extracting("name").containsExactly("weekly-phishing-report", "phishing");
        assertThat(html(entry)).isEqualTo("<p>It <em>waits</em>.</p>");
    }

    @Test
    void theIdOfAFeedIsItsConfiguredAddress() throws Exception {
        var feed = parse(new Feed(Scope.tag("c++"), "Blog · Posts tagged c++", "Tagline", List.of(), null, null));

        assertThat(feed.getUri()).isEqualTo("https://blog.example.org/tags/c%2B%2B/atom.xml");
        assertThat(feed.getLinks())
                .extracting("rel", "href")
                .containsExactly(
                        tuple("alternate", "https://blog.example.org/tags/c%2B%2B"),
                        tuple("self", "https://blog.example.org/tags/c%2B%2B/atom.xml"));
        assertThat(feed.getTitle()).isEqualTo("Blog · Posts tagged c++");
    }

    @Test
    void aFeedIsAsOldAsItsNewestRevisionAndAnEmptyOneHasTheEpoch() throws Exception {
        var dates = List.of(
                parse(anEntry().feed()).getPublishedDate(), parse(feedOf()).getPublishedDate());

        assertThat(dates).containsExactly(Date.from(REVISED), Date.from(Instant.EPOCH));
    }

    @Test
    void hostileTextNeitherBreaksTheFeedNorGetsLost() throws Exception {
        var title = "Tom & Jerry's <script>alert(1)</script> ]]> 😀 \u0000\u0008\uFFFE \uD83D";
        var html = "<p>]]> CDATA[[ ]]]]>> &amp; 😀 \u000B\u001F tab\tend \uDE00</p>";

        var entry = entry(anEntry().title(title).summary(title).html(html));

        assertThat(entry.getTitle()).isEqualTo("Tom & Jerry's <script>alert(1)</script> ]]> 😀  ");
        assertThat(entry.getDescription().getValue()).isEqualTo(entry.getTitle());
        assertThat(html(entry)).isEqualTo("<p>]]> CDATA[[ ]]]]>> &amp; 😀  tab\tend </p>");
    }

    @Test
    void markupCharactersInTagsSeriesAndNamesAreEscaped() throws Exception {
        var entry =
                entry(anEntry().tagged("\"<&'", "größe").inSeries("A & \"<B>\"").by("O'Hara <x>, \"Y\" & Z"));

        assertThat(entry.getCategories())
                .extracting("name")
                .containsExactly("weekly-phishing-report", "\"<&'", "größe");
        assertThat(entry.getCategories()).first().extracting("label").isEqualTo("A & \"<B>\"");
        assertThat(entry.getAuthors()).extracting("name").containsExactly("O'Hara <x>, \"Y\" & Z");
    }

    @Test
    void anEmptyFeedIsValid() throws Exception {
        var feed = parse(feedOf());

        assertThat(feed.getEntries()).isEmpty();
        assertThat(feed.getTitle()).isEqualTo(BLOG.title());
        assertThat(feed.getDescription()).isEqualTo("A \"tagline\"");
        assertThat(feed.getAuthors()).extracting("name").containsExactly(BLOG.title());
    }

    private SyndEntry entry(FeedEntryBuilder entry) throws Exception {
        return parse(entry.feed()).getEntries().get(0);
    }

    private SyndFeed parse(Feed feed) throws Exception {
        return Rome.read(writer.write(feed));
    }

    private static String html(SyndEntry entry) {
        return entry.getContents().get(0).getValue();
    }
}
