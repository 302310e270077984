package org.vedette.feed.site.head;

import java.util.Arrays;
import java.util.List;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;

/**
 * A feed that a page tells of.
 *
 * @param address where it is, absolute
 * @param type its media type
 * @param title what it is about, and its format
 * @param format such as JSON Feed
 */
public record FeedLink(String address, String type, String title, String format) {

    /** The feeds of a scope, one in each format. */
    static List<FeedLink> of(Blog blog, Scope scope, String name) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> new FeedLink(
                        blog.address(scope.feed(format)),
                        format.mediaType(),
                        name + " (" + format.title() + ")",
                        format.title()))
                .toList();
    }
}
