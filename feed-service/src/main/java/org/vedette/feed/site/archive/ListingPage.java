package org.vedette.feed.site.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.Paging;
import org.vedette.pages.PageHead.FeedLink;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.PostSummaryView;

/**
 * The posts of a series, a tag or an author.
 *
 * @param layout what is around it
 * @param kind such as Series
 * @param index path of the page that lists all of that kind
 * @param title title of the series, the tag, or name of the author
 * @param affiliation where the author worked last; null when it is unknown, and for series and tags
 * @param introduction what the newest issue says about its series; null for nothing, and for tags and authors
 * @param summary how many posts there are since when
 * @param posts the posts of this page, newest first
 * @param feeds its feeds
 * @param paging links to the other pages; null when there are none
 */
public record ListingPage(
        PageLayout layout,
        String kind,
        String index,
        String title,
        @Nullable String affiliation,
        @Nullable String introduction,
        String summary,
        List<PostSummaryView> posts,
        List<FeedLink> feeds,
        @Nullable Paging paging)
        implements Page {

    public ListingPage {
        posts = List.copyOf(posts);
        feeds = List.copyOf(feeds);
    }

    public boolean isSeries() {
        return kind.equals("Series");
    }
}
