package org.vedette.pages;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a page, which is what programs read of it.
 *
 * @param title title of the document
 * @param description what the page is about, in plain text; null for none
 * @param canonical the one address of the page; null for a page without an address of its own, such as an error
 * @param indexed whether search engines may index the page
 * @param author bylines in one line; null for a page without an author
 * @param properties OpenGraph metadata
 * @param feeds feeds that readers of the page can follow
 * @param previous path of the page before this one; null when there is none
 * @param next path of the page after this one; null when there is none
 * @param structuredData nodes of schema.org, to be written as JSON-LD
 */
public record PageHead(
        String title,
        @Nullable String description,
        @Nullable String canonical,
        boolean indexed,
        @Nullable String author,
        List<MetaProperty> properties,
        List<FeedLink> feeds,
        @Nullable String previous,
        @Nullable String next,
        List<Map<String, Object>> structuredData) {

    public PageHead {
        properties = List.copyOf(properties);
        feeds = List.copyOf(feeds);
        structuredData = List.copyOf(structuredData);
    }

    /** The head of a page that search engines must leave alone. */
    public static PageHead notIndexed(String title) {
        return new PageHead(title, null, null, false, null, List.of(), List.of(), null, null, List.of());
    }

    /**
     * An OpenGraph property.
     *
     * @param name such as og:title
     * @param content plain text
     */
    public record MetaProperty(String name, String content) {}

    /**
     * A link to a feed.
     *
     * @param url absolute address
     * @param mediaType its media type
     * @param title what it is about, and its format
     * @param format such as JSON Feed
     */
    public record FeedLink(String url, String mediaType, String title, String format) {}

    public PageHead withAuthor(String bylines) {
        return new PageHead(
                title, description, canonical, indexed, bylines, properties, feeds, previous, next, structuredData);
    }

    public PageHead withProperties(List<MetaProperty> more) {
        var all = concat(properties, more);
        return new PageHead(title, description, canonical, indexed, author, all, feeds, previous, next, structuredData);
    }

    public PageHead withFeeds(List<FeedLink> more) {
        var all = concat(feeds, more);
        return new PageHead(
                title, description, canonical, indexed, author, properties, all, previous, next, structuredData);
    }

    public PageHead withNeighbours(@Nullable String before, @Nullable String after) {
        return new PageHead(
                title, description, canonical, indexed, author, properties, feeds, before, after, structuredData);
    }

    public PageHead withData(Map<String, Object> more) {
        var all = concat(structuredData, List.of(more));
        return new PageHead(title, description, canonical, indexed, author, properties, feeds, previous, next, all);
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
