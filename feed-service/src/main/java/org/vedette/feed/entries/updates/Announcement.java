package org.vedette.feed.entries.updates;

import java.time.Instant;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.ProjectedPost;

/**
 * News of a change, as this instance heard it.
 *
 * @param place its place among all news, which only grows; the same on every instance
 * @param at when it was announced
 * @param news what changed
 */
public record Announcement(long place, Instant at, FeedChange news) {

    /** The later of two of one post, which says what both said. */
    Announcement and(Announcement later) {
        return new Announcement(later.place, later.at, news.and(later.news));
    }

    /** The change, now that the entry is read: it may be further than the news was. */
    TimelineChange with(ProjectedPost now) {
        return new TimelineChange(place, kind(now), now);
    }

    private ChangeKind kind(ProjectedPost now) {
        if (!(now instanceof Entry entry)) {
            return ChangeKind.WITHDRAWN;
        }
        var said = news.kind();
        if (said == ChangeKind.PUBLISHED || said == ChangeKind.REVISED) {
            return said;
        }
        return entry.post().revisedAt().isAfter(entry.post().publishedAt()) ? ChangeKind.REVISED : ChangeKind.PUBLISHED;
    }
}
