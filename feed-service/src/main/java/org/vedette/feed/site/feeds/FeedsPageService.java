package org.vedette.feed.site.feeds;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.feeds.FeedsPage.SeriesFeeds;
import org.vedette.feed.timeline.Position;
import org.vedette.pages.Link;
import reactor.core.publisher.Mono;

/** Creates the page that explains the feeds. */
public final class FeedsPageService {

    private static final Link FEEDS = new Link("Feeds", Blog.FEEDS);
    private static final String DESCRIPTION =
            "How to follow this blog with a feed reader, and the addresses of its feeds.";

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;

    public FeedsPageService(CurrentTimeline timeline, Entries entries, PageLayouts layouts) {
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
    }

    public Mono<PageResponse> feeds() {
        var issues = timeline.get().latestIssues();
        return Summaries.of(entries, issues.stream()).map(found -> page(issues, found));
    }

    private FeedsPage page(List<Position> issues, Summaries found) {
        var head = layouts.listing(FEEDS.text(), DESCRIPTION, FEEDS.path());
        return new FeedsPage(
                layouts.layout(head, Blog.FEEDS, List.of(layouts.home(), FEEDS)),
                layouts.feeds(Scope.EVERYTHING, "All posts"),
                found.inOrder(issues).stream()
                        .map(EntrySummary::series)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .sorted(Comparator.comparing(Series::title))
                        .map(this::feeds)
                        .toList());
    }

    private SeriesFeeds feeds(Series series) {
        var scope = Scope.series(series.slug());
        return new SeriesFeeds(new Link(series.title(), scope.page()), layouts.feeds(scope, series.title()));
    }
}
