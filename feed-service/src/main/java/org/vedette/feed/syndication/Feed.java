package org.vedette.feed.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vedette.feed.blog.Scope;

/**
 * A feed, before it is written in one of the formats.
 *
 * @param scope what it is about
 * @param title name of the blog, and of the scope if it is but a part
 * @param summary one line saying what the blog is
 * @param entries newest first
 */
public record Feed(Scope scope, String title, String summary, List<FeedEntry> entries) {

    public Feed {
        entries = List.copyOf(entries);
    }

    /** When the text of an entry last changed; empty when there are none. */
    public Optional<Instant> revisedAt() {
        return entries.stream().map(entry -> entry.post().revisedAt()).max(Comparator.naturalOrder());
    }
}
