package org.vedette.feed.site.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.Paging;
import org.vedette.feed.site.PostSummaryMapper;
import org.vedette.feed.site.Quantities;
import org.vedette.feed.site.search.SearchPage.MatchView;
import org.vedette.feed.site.search.SearchPage.SearchHitView;
import org.vedette.feed.timeline.Position;
import org.vedette.pages.PageLayout;
import reactor.core.publisher.Mono;

/** Creates the search page. */
public final class SearchPageService {

    private final SearchService search;
    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;

    public SearchPageService(
            SearchService search,
            CurrentTimeline timeline,
            Entries entries,
            PageLayouts layouts,
            BlogCalendar calendar) {
        this.search = search;
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
        this.calendar = calendar;
    }

    /**
     * The results of a query; the page itself says what is wrong with one that makes no sense.
     *
     * @throws RequestRejectedException when there are not so many pages, while the index is being built, and under too
     *     much load
     */
    public Mono<SearchPage> search(SearchForm form, PageNumber page) {
        if (form.isEmpty()) {
            return pageWithoutHits(form, null);
        }
        return Mono.defer(() -> search.find(form.query(page.value(), calendar)))
                .flatMap(result -> page(form, page, result))
                .onErrorResume(RequestRejectedException.class, rejected -> invalidQuery(form, rejected));
    }

    private Mono<SearchPage> page(SearchForm form, PageNumber page, SearchResult result) {
        var pages = pages(result);
        return result.hits().isEmpty() && page.value() > 1
                ? Mono.error(PageProblems.beyondLastPage(page.value(), pages, form.address(pages)))
                : summaries(result.hits()).map(found -> page(form, result, found));
    }

    private Mono<SearchPage> invalidQuery(SearchForm form, RequestRejectedException rejected) {
        return rejected.reason() == RequestRejectedException.Reason.INVALID
                ? pageWithoutHits(form, rejected.detail())
                : Mono.error(rejected);
    }

    private Mono<SearchPage> pageWithoutHits(SearchForm form, @Nullable String problem) {
        return summaries(List.of())
                .map(found ->
                        new SearchPage(layout(form), form, series(found), problem, null, List.of(), List.of(), null));
    }

    private SearchPage page(SearchForm form, SearchResult result, Summaries found) {
        // The store may know of a withdrawal before the index does, so a hit may have no summary any more.
        var hits = result.hits().stream()
                .flatMap(hit -> found.of(hit.id()).stream().map(summary -> view(hit, summary)))
                .toList();
        return new SearchPage(
                layout(form),
                form,
                series(found),
                null,
                summary(result),
                result.corrections(),
                hits,
                Paging.of(result.page(), pages(result), form::address));
    }

    private SearchHitView view(Hit hit, EntrySummary summary) {
        var matches = hit.matches().stream().map(MatchView::of).toList();
        return new SearchHitView(PostSummaryMapper.of(summary, calendar), hit.title(), hit.fragments(), matches);
    }

    /** The posts that were found, and the latest issue of every series, which has its title. */
    private Mono<Summaries> summaries(List<Hit> hits) {
        return Summaries.ofIds(
                entries,
                Stream.concat(
                        hits.stream().map(Hit::id),
                        timeline.get().latestIssues().stream().map(Position::id)));
    }

    private PageLayout layout(SearchForm form) {
        var title = form.text().isEmpty() ? "Search" : form.text() + " · Search";
        return layouts.layout(layouts.transientPage(title, null), Blog.SEARCH, List.of());
    }

    private List<Series> series(Summaries found) {
        return found.inOrder(timeline.get().latestIssues()).stream()
                .map(EntrySummary::series)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted(Comparator.comparing(Series::title))
                .toList();
    }

    private static String summary(SearchResult result) {
        if (result.total() == 0) {
            return "Nothing found";
        }
        var posts = Quantities.posts((int) Math.min(result.total(), Integer.MAX_VALUE));
        return result.totalIsExact() ? posts : "More than " + posts;
    }

    private static int pages(SearchResult result) {
        var pages = (result.total() + result.size() - 1) / result.size();
        return (int) Math.max(1, Math.min(pages, SearchQuery.MAX_PAGE));
    }
}
