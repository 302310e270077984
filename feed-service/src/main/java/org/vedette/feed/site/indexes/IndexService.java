package org.vedette.feed.site.indexes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.NumberedPage;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PostSummaryMapper;
import org.vedette.feed.site.Quantities;
import org.vedette.feed.site.indexes.NameIndexPage.Item;
import org.vedette.feed.site.indexes.NameIndexPage.Section;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;
import org.vedette.pages.Link;
import org.vedette.pages.PageLayout;
import reactor.core.publisher.Mono;

/** Creates the pages that list every series, tag and author with the number of its public posts. */
public final class IndexService {

    private static final Link SERIES = new Link("Series", Blog.SERIES);
    private static final NameIndex TAGS = new NameIndex(new Link("Tags", Blog.TAGS), "tag", "No post has a tag yet");
    private static final NameIndex AUTHORS =
            new NameIndex(new Link("Authors", Blog.AUTHORS), "author", "Nobody has written yet");

    private static final int PAGE_SIZE = 500;

    /** Fewer names are seen at a glance, and need neither headings nor a choice of those that are used most. */
    private static final int MANY = 40;

    private static final int MOST_USED = 20;

    /**
     * An index of names.
     *
     * @param link its title and first page
     * @param thing what is named, in the singular
     * @param none what it says while there are none
     */
    private record NameIndex(Link link, String thing, String none) {

        String summary(int names) {
            return names == 0 ? none : Quantities.of(names, thing);
        }
    }

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;

    public IndexService(CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
        this.calendar = calendar;
    }

    public Mono<PageResponse> series() {
        var now = timeline.get();
        var latest = now.latestIssues();
        return Summaries.of(entries, latest.stream()).map(found -> seriesPage(found.inOrder(latest), now));
    }

    /**
     * A page of tags, from the timeline alone.
     *
     * @throws RequestRejectedException when there are not so many pages
     */
    public Mono<PageResponse> tags(PageNumber page) {
        return Mono.defer(() -> {
            var tags = timeline.get()
                    .allTags()
                    .map(tag -> new Item(
                            tag.getKey(),
                            Scope.tag(tag.getKey()).page(),
                            null,
                            tag.getValue().size()))
                    .toList();
            return namePage(TAGS, tags, page);
        });
    }

    /**
     * A page of authors. Each is called what the newest post says.
     *
     * @throws RequestRejectedException when there are not so many pages
     */
    public Mono<PageResponse> authors(PageNumber page) {
        var authors = timeline.get().allAuthors().toList();
        var newest = authors.stream().flatMap(author -> author.getValue().first().stream());
        return Summaries.of(entries, newest).flatMap(found -> {
            var items = authors.stream().map(author -> author(author, found)).toList();
            return namePage(AUTHORS, items, page);
        });
    }

    private static Item author(Map.Entry<String, Sequence> author, Summaries found) {
        var scope = Scope.author(author.getKey());
        var newest = author.getValue().first().map(Position::id).flatMap(found::of);
        var byline = scope.byline(newest.stream().flatMap(post -> post.bylines().stream()));
        return new Item(
                byline.name(),
                scope.page(),
                byline.affiliation(),
                author.getValue().size());
    }

    private Mono<PageResponse> namePage(NameIndex index, List<Item> items, PageNumber number) {
        var page = NumberedPage.of(index.link().path(), number, items.size(), PAGE_SIZE);
        if (number.isRedundant()) {
            return Mono.just(new PageResponse.MovedPermanently(layouts.address(page.address())));
        }
        return page.exists() ? Mono.just(namePage(index, items, page)) : Mono.error(page.beyondLastPage());
    }

    private NameIndexPage namePage(NameIndex index, List<Item> items, NumberedPage page) {
        var summary = index.summary(items.size());
        var onPage = AlphabeticalOrder.sorted(items).stream()
                .skip((page.page().value() - 1L) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
        return new NameIndexPage(
                layout(index.link(), summary, page),
                index.link().text(),
                summary,
                page.isFirst() ? mostUsed(items) : List.of(),
                items.size() < MANY ? List.of(new Section("", onPage)) : AlphabeticalOrder.sections(onPage),
                page.paging());
    }

    private static List<Item> mostUsed(List<Item> items) {
        return items.size() < MANY
                ? List.of()
                : items.stream()
                        .sorted(Comparator.comparing(Item::posts).reversed().thenComparing(Item::path))
                        .limit(MOST_USED)
                        .toList();
    }

    private SeriesIndexPage seriesPage(List<EntrySummary> latestIssues, Timeline now) {
        var items = latestIssues.stream().flatMap(latest -> item(latest, now)).toList();
        var summary = items.isEmpty() ? "There is no series yet" : items.size() + " series";
        var page = new NumberedPage(SERIES.path(), PageNumber.FIRST, 1);
        return new SeriesIndexPage(layout(SERIES, summary, page), summary, items);
    }

    /** The store may be ahead of the timeline: a post may have left its series. */
    private Stream<SeriesIndexPage.Item> item(EntrySummary latest, Timeline now) {
        return Stream.ofNullable(latest.series()).map(series -> {
            var scope = Scope.series(series.slug());
            var issues = now.in(scope);
            return new SeriesIndexPage.Item(
                    new Link(series.title(), scope.page()),
                    Quantities.since(issues, "issue", calendar),
                    PostSummaryMapper.of(latest, calendar),
                    layouts.feeds(scope, series.title()));
        });
    }

    private PageLayout layout(Link index, String summary, NumberedPage page) {
        var head = layouts.listing(page.title(index.text()), summary + ".", page.address())
                .withNeighbours(page.previous(), page.next());
        return layouts.layout(head, index.path(), List.of(layouts.home(), index));
    }
}
