package org.vedette.feed.syndication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.Period;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.serving.web.SeriesName;
import org.vedette.feed.serving.web.XmlText;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as JSON Feed 1.1; its records are named as the specification names them. */
@Component
class JsonFeedWriter implements FeedWriter {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** Of its own: settings for the rest of the service must not change what feeds look like. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Blog blog;

    JsonFeedWriter(Blog blog) {
        this.blog = blog;
    }

    private record JsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,

            @JsonProperty("next_url") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String nextUrl,

            String description,
            String icon,
            String favicon,
            String language,
            List<Author> authors,
            List<Item> items) {}

    private record Author(
            String name,
            String url,

            @JsonProperty("_ti") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AuthorExtension extension) {}

    private record AuthorExtension(String affiliation) {}

    private record Item(
            String id,
            String url,
            String title,
            String summary,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("date_published") String datePublished,
            @JsonProperty("date_modified") String dateModified,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String language,

            List<Author> authors,
            List<String> tags,
            @JsonProperty("_ti") Extension extension) {}

    /** What the format has no member for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Extension(
            String tlp,
            @Nullable SeriesName series,
            @Nullable Period period,
            long revision,
            @Nullable List<Note> corrections) {}

    private record Note(String date, String text) {}

    @Override
    public FeedFormat format() {
        return FeedFormat.JSON;
    }

    /** The feed's address identifies it and is the same on every page. */
    @Override
    public byte[] write(Feed feed) {
        return json.writeValueAsBytes(new JsonFeed(
                VERSION,
                XmlText.legal(feed.title()),
                blog.address(feed.scope().page()),
                blog.address(feed.scope().feed(format())),
                feed.nextPath(format()).map(blog::address).orElse(null),
                XmlText.legal(feed.summary()),
                blog.address(Blog.ICON),
                blog.address(Blog.SMALL_ICON),
                blog.language().tag(),
                List.of(author(publisher(blog))),
                feed.entries().stream().map(this::item).toList()));
    }

    /** Without the characters XML cannot carry: an entry has the same content in every format. */
    private Item item(FeedEntry entry) {
        return new Item(
                entry.urn(),
                entry.permalink(),
                XmlText.legal(entry.title()),
                XmlText.legal(entry.source().summary()),
                XmlText.legal(entry.html()),
                entry.publishedAt().toString(),
                entry.updatedAt().toString(),
                entry.language(),
                entry.bylines().stream().map(this::author).toList(),
                entry.post().tags().stream().map(XmlText::legal).toList(),
                extension(entry));
    }

    private Author author(BylineLink byline) {
        var affiliation = byline.affiliation();
        return new Author(
                XmlText.legal(byline.name()),
                blog.address(byline.path()),
                affiliation == null ? null : new AuthorExtension(XmlText.legal(affiliation)));
    }

    private static Extension extension(FeedEntry entry) {
        var series = entry.post().series();
        var legal = series == null ? null : new SeriesName(series.slug(), XmlText.legal(series.title()));
        var corrections = entry.source().corrections().stream()
                .map(note -> new Note(note.date().toString(), XmlText.legal(note.text())))
                .toList();
        return new Extension(
                entry.source().tlp().word(),
                legal,
                entry.post().period(),
                entry.post().revision(),
                corrections.isEmpty() ? null : corrections);
    }
}
