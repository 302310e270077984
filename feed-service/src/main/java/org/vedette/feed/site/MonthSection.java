package org.vedette.feed.site;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.pages.post.PostSummaryView;

/**
 * The posts of a month in a list.
 *
 * @param name such as June 2016
 * @param path where all posts of the month are listed
 * @param posts newest first
 */
public record MonthSection(String name, String path, List<PostSummaryView> posts) {

    public MonthSection {
        posts = List.copyOf(posts);
    }

    /** Groups posts that are in the order of time by month. */
    public static List<MonthSection> of(List<EntrySummary> posts, BlogCalendar calendar) {
        var months = new LinkedHashMap<YearMonth, List<PostSummaryView>>();
        for (var post : posts) {
            months.computeIfAbsent(calendar.month(post.publishedAt()), month -> new ArrayList<>())
                    .add(PostSummaryMapper.of(post, calendar));
        }
        return months.entrySet().stream()
                .map(month -> new MonthSection(
                        BlogCalendar.name(month.getKey()), BlogCalendar.page(month.getKey()), month.getValue()))
                .toList();
    }
}
