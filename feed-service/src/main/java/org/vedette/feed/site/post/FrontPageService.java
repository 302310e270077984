package org.vedette.feed.site.post;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.site.MonthSection;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PostSummaryMapper;
import org.vedette.feed.site.archive.ArchiveMonths;
import org.vedette.feed.site.archive.ArchivePage;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Creates the front page. */
public final class FrontPageService {

    /** As many series as the column beside the leading post has room for. */
    private static final int MAX_LATEST_ISSUES = 4;

    /** Two years, which fit a line or two; the rest is in the archive. */
    private static final int MAX_EARLIER_MONTHS = 24;

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;
    private final int listSize;

    /** @param listSize posts on the list, at most */
    public FrontPageService(
            CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar, int listSize) {
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
        this.calendar = calendar;
        this.listSize = listSize;
    }

    public Mono<PageResponse> frontPage() {
        var now = timeline.get();
        var latest = now.posts().newest(listSize + 1);
        var issues = now.latestIssues().stream().limit(MAX_LATEST_ISSUES).toList();
        return Summaries.of(entries, Stream.concat(latest.stream(), issues.stream()))
                .map(found -> page(now, found.inOrder(latest), found.inOrder(issues)));
    }

    private FrontPage page(Timeline now, List<EntrySummary> posts, List<EntrySummary> issues) {
        var lead = lead(posts);
        var rest = posts.stream()
                .filter(post -> !post.equals(lead))
                .limit(listSize)
                .toList();
        return new FrontPage(
                layouts.layout(layouts.frontPage(), "/", List.of()),
                live(now),
                lead == null ? null : PostSummaryMapper.of(lead, calendar),
                lead == null ? null : opening(lead),
                PostSummaryMapper.of(sortedByTitle(issues), calendar),
                MonthSection.of(rest, calendar),
                earlier(now));
    }

    /** The newest post of the page tells the stream whether another one came before it was opened. */
    private static String live(Timeline now) {
        var newest = now.posts().first().map(post -> post.sortKey().at()).orElse(Instant.EPOCH);
        return Blog.LIVE + "?newest=" + newest;
    }

    /** The newest post that is not an issue of a series, as those have their own place beside it. */
    private static @Nullable EntrySummary lead(List<EntrySummary> posts) {
        return posts.stream()
                .filter(post -> post.series() == null)
                .findFirst()
                .or(() -> posts.stream().findFirst())
                .orElse(null);
    }

    private static @Nullable String opening(EntrySummary lead) {
        var standfirst = lead.standfirst();
        return standfirst == null || standfirst.isBlank() || lead.excerpt().isBlank() ? null : lead.excerpt();
    }

    /** The months of which some posts are not on the page. */
    private List<ArchivePage.Month> earlier(Timeline now) {
        var below = now.posts().slice(listSize + 1, 1);
        if (below.isEmpty()) {
            return List.of();
        }
        var months = new ArchiveMonths(calendar);
        var newest = calendar.month(below.get(0).sortKey().at());
        return months.list(months.until(newest, now.posts()), MAX_EARLIER_MONTHS);
    }

    private static List<EntrySummary> sortedByTitle(List<EntrySummary> issues) {
        return issues.stream()
                .sorted(Comparator.comparing(issue ->
                        Optional.ofNullable(issue.series()).map(Series::title).orElse("")))
                .toList();
    }
}
