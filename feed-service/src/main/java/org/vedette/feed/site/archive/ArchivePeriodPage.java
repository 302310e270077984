package org.vedette.feed.site.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.MonthSection;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.Paging;
import org.vedette.pages.Link;
import org.vedette.pages.PageLayout;

/**
 * The posts of a year or a month.
 *
 * @param layout what is around it
 * @param name such as 2016 or June 2016
 * @param posts how many there are, as text
 * @param months the months of a year that have posts; empty for a month
 * @param sections the posts of this page by month, newest first
 * @param paging links to the other pages; null when there are none
 * @param newer the next year or month with posts; null when there is none
 * @param older the previous year or month with posts; null when there is none
 */
public record ArchivePeriodPage(
        PageLayout layout,
        String name,
        String posts,
        List<ArchivePage.Month> months,
        List<MonthSection> sections,
        @Nullable Paging paging,
        @Nullable Link newer,
        @Nullable Link older)
        implements Page {

    public ArchivePeriodPage {
        months = List.copyOf(months);
        sections = List.copyOf(sections);
    }

    public boolean isYear() {
        return !months.isEmpty();
    }
}
