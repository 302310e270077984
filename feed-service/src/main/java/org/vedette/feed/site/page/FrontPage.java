package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.story.Story;
import org.vedette.feed.site.story.StoryMonth;

/**
 * The front page.
 *
 * @param frame what is around it
 * @param live address of the stream that tells what is not on the page yet
 * @param lead the story that leads; null as long as nothing is published
 * @param opening how the story that leads begins; null when its summary says it already
 * @param latestIssues the latest issue of each series
 * @param months the other posts
 * @param earlier months that do not stand on the page, or not all of them, newest first
 */
public record FrontPage(
        Frame frame,
        String live,
        @Nullable Story lead,
        @Nullable String opening,
        List<Story> latestIssues,
        List<StoryMonth> months,
        List<MonthCount> earlier)
        implements Page {

    public FrontPage {
        latestIssues = List.copyOf(latestIssues);
        months = List.copyOf(months);
        earlier = List.copyOf(earlier);
    }
}
