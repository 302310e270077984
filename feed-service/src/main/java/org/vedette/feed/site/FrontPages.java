package org.vedette.feed.site;

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
import org.vedette.feed.site.archive.Months;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.page.FrontPage;
import org.vedette.feed.site.page.MonthCount;
import org.vedette.feed.site.story.Stories;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the front page. */
public final class FrontPages {

    /** Front pages have room for so many series. */
    private static final int LATEST_ISSUES = 4;

    /** Two years, which is what fits a line or two; the rest is in the archive. */
    private static final int EARLIER_MONTHS = 24;

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Frames frames;
    private final Stories stories;
    private final Months months;
    private final int listed;

    /** @param listed posts on the list, at most */
    public FrontPages(CurrentTimeline timeline, Entries entries, Frames frames, BlogCalendar calendar, int listed) {
        this.timeline = timeline;
        this.entries = entries;
        this.frames = frames;
        this.stories = new Stories(calendar);
        this.months = new Months(calendar);
        this.listed = listed;
    }

    public Mono<FrontPage> frontPage() {
        var now = timeline.get();
        var latest = now.posts().newest(listed + 1);
        var issues = now.latestIssues().stream().limit(LATEST_ISSUES).toList();
        return Heads.of(entries, Stream.concat(latest.stream(), issues.stream()))
                .map(heads -> frontPage(now, heads.inOrder(latest), heads.inOrder(issues)));
    }

    private FrontPage frontPage(Timeline now, List<EntrySummary> posts, List<EntrySummary> issues) {
        var lead = lead(posts);
        var rest =
                posts.stream().filter(post -> !post.equals(lead)).limit(listed).toList();
        return new FrontPage(
                frames.frame(frames.home(), "/", List.of()),
                live(now),
                lead == null ? null : stories.story(lead),
                lead == null ? null : opening(lead),
                stories.list(inOrderOfTitle(issues)),
                stories.byMonth(rest),
                earlier(now));
    }

    /** Told which post is the newest here, the stream can say whether one came before it was opened. */
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

    /** The months of which something is not on the page. */
    private List<MonthCount> earlier(Timeline now) {
        var below = now.posts().slice(listed + 1, 1);
        if (below.isEmpty()) {
            return List.of();
        }
        var newest = months.month(below.get(0));
        return months.counts(months.until(newest, now.posts()), EARLIER_MONTHS);
    }

    private static List<EntrySummary> inOrderOfTitle(List<EntrySummary> issues) {
        return issues.stream().sorted(Comparator.comparing(FrontPages::title)).toList();
    }

    private static String title(EntrySummary issue) {
        return Optional.ofNullable(issue.series()).map(Series::title).orElse("");
    }
}
