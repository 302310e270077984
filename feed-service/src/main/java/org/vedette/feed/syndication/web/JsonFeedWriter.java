package org.vedette.feed.syndication.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.syndication.Credit;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as JSON Feed 1.1. */
@Component
class JsonFeedWriter implements FeedWriter {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** Of our own: settings for the rest of the service must not change what feeds look like. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final Blog blog;

    JsonFeedWriter(Blog blog) {
        this.blog = blog;
    }

    @Override
    public FeedFormat format() {
        return FeedFormat.JSON;
    }

    @Override
    public byte[] write(Feed feed) {
        return json.writeValueAsBytes(new JsonFeed(
                VERSION,
                XmlText.legal(feed.title()),
                blog.address(feed.scope().page()),
                blog.address(feed.scope().feed(format())),
                XmlText.legal(feed.summary()),
                LANGUAGE,
                List.of(author(new Credit(blog.title(), blog.address(Scope.EVERYTHING.page())))),
                feed.entries().stream().map(JsonFeedWriter::item).toList()));
    }

    /** Without the characters XML cannot carry: an entry is the same in every format. */
    private static JsonFeed.Item item(FeedEntry entry) {
        return new JsonFeed.Item(
                entry.urn(),
                entry.permalink(),
                XmlText.legal(entry.title()),
                XmlText.legal(entry.summary()),
                XmlText.legal(entry.html()),
                entry.publishedAt().toString(),
                entry.revisedAt().toString(),
                entry.credits().stream().map(JsonFeedWriter::author).toList(),
                entry.tags().stream().map(XmlText::legal).toList(),
                new JsonFeed.Extension(
                        entry.tlp().word(), column(entry.series()), days(entry.period()), entry.revision()));
    }

    private static JsonFeed.Author author(Credit credit) {
        return new JsonFeed.Author(XmlText.legal(credit.text()), credit.page());
    }

    private static JsonFeed.@Nullable Column column(@Nullable Series series) {
        return series == null ? null : new JsonFeed.Column(series.slug(), XmlText.legal(series.title()));
    }

    private static JsonFeed.@Nullable Days days(@Nullable Period period) {
        return period == null
                ? null
                : new JsonFeed.Days(period.from().toString(), period.to().toString());
    }
}
