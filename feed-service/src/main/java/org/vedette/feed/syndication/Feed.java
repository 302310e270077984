package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.FeedFormat;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.Cursor;
import org.vedette.feed.timeline.SortKey;

/**
 * A feed, or an older page of it (RFC 5005 §3), before it is written in one of the formats.
 *
 * @param scope what it is about
 * @param title name of the blog, and of the scope if it is but a part
 * @param summary one line saying what the feed has
 * @param entries newest first
 * @param after sort key of the last entry of the previous page; null for the feed itself, which is its first page
 * @param next sort key after which the next page begins; null on the last page
 */
public record Feed(
        Scope scope,
        String title,
        String summary,
        List<FeedEntry> entries,
        @Nullable SortKey after,
        @Nullable SortKey next) {

    public Feed {
        entries = List.copyOf(entries);
    }

    /** Path of a page of the feed of a scope. */
    public static String path(Scope scope, FeedFormat format, @Nullable SortKey after) {
        var feed = scope.feed(format);
        return after == null ? feed : feed + "?" + Cursor.PARAMETER + "=" + Cursor.encode(after);
    }

    /** Path of this page. */
    public String path(FeedFormat format) {
        return path(scope, format, after);
    }

    /** Path of the page with the next older entries; empty on the last page. */
    public Optional<String> nextPath(FeedFormat format) {
        return Optional.ofNullable(next).map(key -> path(scope, format, key));
    }

    public boolean isFirst() {
        return after == null;
    }

    /** When the text of an entry last changed; empty when there are none. */
    public Optional<Instant> revisedAt() {
        return entries.stream().map(entry -> entry.post().revisedAt()).max(Comparator.naturalOrder());
    }
}
