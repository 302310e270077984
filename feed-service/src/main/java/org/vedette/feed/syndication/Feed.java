package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed, before it is written in one of the formats.
 *
 * @param title name of the blog
 * @param summary one line saying what it is
 * @param home absolute address of the pages it is about
 * @param entries newest first
 * @param revisedAt when the newest revision of an entry was published; null when there are none
 * @param changedAt when anything on the blog changed last; null when nothing ever happened
 */
public record Feed(
        String title,
        String summary,
        String home,
        List<FeedEntry> entries,
        @Nullable Instant revisedAt,
        @Nullable Instant changedAt) {

    public Feed {
        entries = List.copyOf(entries);
    }
}
