package org.vedette.feed.site.feeds;

import java.util.List;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.Link;
import org.vedette.pages.PageHead.FeedLink;
import org.vedette.pages.PageLayout;

/**
 * The page that explains the feeds.
 *
 * @param layout what is around it
 * @param everything the feeds of all posts, one in each format
 * @param series the feeds of each series
 */
public record FeedsPage(PageLayout layout, List<FeedLink> everything, List<SeriesFeeds> series) implements Page {

    public FeedsPage {
        everything = List.copyOf(everything);
        series = List.copyOf(series);
    }

    /**
     * The feeds of a series.
     *
     * @param page its title and page
     * @param feeds one in each format
     */
    public record SeriesFeeds(Link page, List<FeedLink> feeds) {

        public SeriesFeeds {
            feeds = List.copyOf(feeds);
        }
    }
}
