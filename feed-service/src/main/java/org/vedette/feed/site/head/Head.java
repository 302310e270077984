package org.vedette.feed.site.head;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells machines of itself.
 *
 * @param title title of the document
 * @param description what the page is about, in plain text; null when that is nobody's business
 * @param canonical the one address of the page; null for a page that is nowhere at home
 * @param indexed whether search engines may keep it
 * @param author printed credits; null for a page that is nobody's work
 * @param properties what it looks like where it is shared
 * @param feeds how it can be followed
 * @param previous path of the page before it; null when there is none
 * @param next path of the page after it; null when there is none
 * @param data the same as JSON-LD, each part safe inside a script element
 */
public record Head(
        String title,
        @Nullable String description,
        @Nullable String canonical,
        boolean indexed,
        @Nullable String author,
        List<Property> properties,
        List<FeedLink> feeds,
        @Nullable String previous,
        @Nullable String next,
        List<String> data) {

    public Head {
        properties = List.copyOf(properties);
        feeds = List.copyOf(feeds);
        data = List.copyOf(data);
    }

    public Head by(String credits) {
        return new Head(title, description, canonical, indexed, credits, properties, feeds, previous, next, data);
    }

    public Head sharedAs(List<Property> more) {
        return new Head(
                title, description, canonical, indexed, author, joined(properties, more), feeds, previous, next, data);
    }

    public Head followedBy(List<FeedLink> more) {
        return new Head(
                title, description, canonical, indexed, author, properties, joined(feeds, more), previous, next, data);
    }

    public Head between(@Nullable String before, @Nullable String after) {
        return new Head(title, description, canonical, indexed, author, properties, feeds, before, after, data);
    }

    public Head telling(String more) {
        return new Head(
                title,
                description,
                canonical,
                indexed,
                author,
                properties,
                feeds,
                previous,
                next,
                joined(data, List.of(more)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
