package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.head.FeedLink;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.story.Story;

/**
 * The posts of a series, a tag or an author.
 *
 * @param frame what is around it
 * @param kind such as Series
 * @param title title of the series, the tag, or name of the author
 * @param affiliation where the author worked last; null where there is none to tell
 * @param summary how many posts there are since when
 * @param stories the posts of this page, newest first
 * @param feeds how they can be followed
 * @param paging where in the list this page is; null when there is but one
 */
public record ListingPage(
        Frame frame,
        String kind,
        String title,
        @Nullable String affiliation,
        String summary,
        List<Story> stories,
        List<FeedLink> feeds,
        @Nullable Paging paging)
        implements Page {

    public ListingPage {
        stories = List.copyOf(stories);
        feeds = List.copyOf(feeds);
    }

    public boolean isSeries() {
        return kind.equals("Series");
    }
}
