package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.story.StoryMonth;

/**
 * The posts of a year or a month.
 *
 * @param frame what is around it
 * @param name such as 2016 or June 2016
 * @param posts how many there are, in words
 * @param months the months of a year that have posts; empty for a month
 * @param stories the posts of this page by month, newest first
 * @param paging where in the stretch this page is; null when there is but one
 * @param newer the next year or month with posts; null when there is none
 * @param older the last year or month with posts before; null when there is none
 */
public record StretchPage(
        Frame frame,
        String name,
        String posts,
        List<MonthCount> months,
        List<StoryMonth> stories,
        @Nullable Paging paging,
        @Nullable Link newer,
        @Nullable Link older)
        implements Page {

    public StretchPage {
        months = List.copyOf(months);
        stories = List.copyOf(stories);
    }

    public boolean isYear() {
        return !months.isEmpty();
    }
}
