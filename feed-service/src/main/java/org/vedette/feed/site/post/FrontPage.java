package org.vedette.feed.site.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.MonthSection;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.archive.ArchivePage;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.PostSummaryView;

/**
 * The front page.
 *
 * @param layout what is around it
 * @param live address of the stream of events that are not on the page yet
 * @param lead the post that leads the page; null as long as nothing is published
 * @param opening how the leading post begins; null when its summary is that already
 * @param latestIssues the latest issue of each series
 * @param months the other posts
 * @param earlier months that are not on the page, or not completely, newest first
 */
public record FrontPage(
        PageLayout layout,
        String live,
        @Nullable PostSummaryView lead,
        @Nullable String opening,
        List<PostSummaryView> latestIssues,
        List<MonthSection> months,
        List<ArchivePage.Month> earlier)
        implements Page {

    public FrontPage {
        latestIssues = List.copyOf(latestIssues);
        months = List.copyOf(months);
        earlier = List.copyOf(earlier);
    }
}
