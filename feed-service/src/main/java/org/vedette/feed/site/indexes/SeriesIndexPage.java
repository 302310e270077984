package org.vedette.feed.site.indexes;

import java.util.List;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.Link;
import org.vedette.pages.PageHead.FeedLink;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.PostSummaryView;

/**
 * All series.
 *
 * @param layout what is around it
 * @param summary how many there are, as text
 * @param items the series, that with the newest issue first
 */
public record SeriesIndexPage(PageLayout layout, String summary, List<Item> items) implements Page {

    public SeriesIndexPage {
        items = List.copyOf(items);
    }

    /**
     * A series.
     *
     * @param series its title and page
     * @param issues how many issues there are since when, as text
     * @param latest its newest issue
     * @param feeds its feeds
     */
    public record Item(Link series, String issues, PostSummaryView latest, List<FeedLink> feeds) {

        public Item {
            feeds = List.copyOf(feeds);
        }
    }
}
