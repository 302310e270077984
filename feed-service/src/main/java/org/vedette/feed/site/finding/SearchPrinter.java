package org.vedette.feed.site.finding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.lists.Counted;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.page.FoundStory;
import org.vedette.feed.site.page.Paging;
import org.vedette.feed.site.page.SearchForm;
import org.vedette.feed.site.page.SearchPage;
import org.vedette.feed.site.story.Stories;
import org.vedette.feed.timeline.Position;

/** Puts a search into the words of its page. */
public final class SearchPrinter {

    private final Frames frames;
    private final Stories stories;

    public SearchPrinter(Frames frames, BlogCalendar calendar) {
        this.frames = frames;
        this.stories = new Stories(calendar);
    }

    SearchPage empty(SearchForm form, Heads heads, List<Position> issues) {
        return new SearchPage(frame(form), form, series(heads, issues), null, null, List.of(), List.of(), null);
    }

    SearchPage refused(SearchForm form, String problem, Heads heads, List<Position> issues) {
        return new SearchPage(frame(form), form, series(heads, issues), problem, null, List.of(), List.of(), null);
    }

    SearchPage found(SearchForm form, SearchResult result, Heads heads, List<Position> issues) {
        return new SearchPage(
                frame(form),
                form,
                series(heads, issues),
                null,
                summary(result),
                result.forgiven(),
                result.hits().stream().flatMap(hit -> story(hit, heads)).toList(),
                paging(form, result));
    }

    /** Pages that can be turned to. */
    static int pages(SearchResult result) {
        var pages = (result.total() + result.size() - 1) / result.size();
        return (int) Math.max(1, Math.min(pages, SearchQuery.MAX_PAGE));
    }

    private Frame frame(SearchForm form) {
        var title = form.text().isEmpty() ? "Search" : form.text() + " · Search";
        return frames.frame(frames.passing(title, null), Blog.SEARCH, List.of());
    }

    /** The store may know of a withdrawal before the index does. */
    private Stream<FoundStory> story(Hit hit, Heads heads) {
        return heads.of(hit.id()).stream()
                .map(head -> new FoundStory(stories.story(head), hit.title(), hit.fragments()));
    }

    private static String summary(SearchResult result) {
        if (result.total() == 0) {
            return "Nothing found";
        }
        var posts = Counted.posts((int) Math.min(result.total(), Integer.MAX_VALUE));
        return result.totalIsExact() ? posts : "More than " + posts;
    }

    private static @Nullable Paging paging(SearchForm form, SearchResult result) {
        var pages = pages(result);
        var page = result.page();
        return pages == 1
                ? null
                : new Paging(
                        "Page " + page + " of " + pages,
                        page == 1 ? null : form.address(page - 1),
                        page < pages ? form.address(page + 1) : null);
    }

    private static List<Series> series(Heads heads, List<Position> issues) {
        return heads.inOrder(issues).stream()
                .map(EntrySummary::series)
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted(Comparator.comparing(Series::title))
                .toList();
    }
}
