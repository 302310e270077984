package org.vedette.feed.site.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.MonthSection;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PageSlice;
import org.vedette.feed.site.Quantities;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;
import org.vedette.pages.Link;
import org.vedette.pages.PageLayout;
import reactor.core.publisher.Mono;

/** Creates the pages of the archive by time: all years, a year, a month. */
public final class ArchiveService {

    private static final Link ARCHIVE = new Link("Archive", Blog.ARCHIVE);

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;
    private final ArchiveMonths months;

    public ArchiveService(CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
        this.calendar = calendar;
        this.months = new ArchiveMonths(calendar);
    }

    public Mono<PageResponse> archive() {
        return Mono.fromSupplier(() -> archivePage(timeline.get()));
    }

    /**
     * The page of a year.
     *
     * @throws RequestRejectedException when it has no posts, or not so many pages
     */
    public Mono<PageResponse> year(String year, PageNumber page) {
        return period(ArchivePeriod.parse(year), Blog.ARCHIVE + "/" + year, page);
    }

    /**
     * The page of a month; a redirect when the month has one digit.
     *
     * @throws RequestRejectedException when it has no posts, or not so many pages
     */
    public Mono<PageResponse> month(String year, String month, PageNumber page) {
        return period(ArchivePeriod.parse(year, month), Blog.ARCHIVE + "/" + year + "/" + month, page);
    }

    private Mono<PageResponse> period(Optional<ArchivePeriod> period, String path, PageNumber page) {
        return period.map(known -> period(known, path, page, timeline.get().posts()))
                .orElseGet(() -> Mono.error(PageProblems.notFound()));
    }

    private Mono<PageResponse> period(ArchivePeriod period, String path, PageNumber page, Sequence posts) {
        var slice = new PageSlice(period.path(), months.in(period, posts), page);
        if (slice.all().isEmpty()) {
            var nearby = Stream.of(months.after(period, posts), months.before(period, posts));
            return Mono.error(PageProblems.nothingPublished(period.name(), nearby.flatMap(Optional::stream)));
        }
        if (page.isRedundant() || !path.equals(period.path())) {
            return Mono.just(new PageResponse.MovedPermanently(layouts.address(slice.address())));
        }
        return slice.exists()
                ? Summaries.of(entries, slice.posts().stream())
                        .map(found -> periodPage(period, slice, found.inOrder(slice.posts()), posts))
                : Mono.error(slice.beyondLastPage());
    }

    private ArchivePage archivePage(Timeline now) {
        var summary = now.posts()
                .last()
                .map(oldest -> Quantities.posts(now.size()) + " since "
                        + calendar.day(oldest.sortKey().at()))
                .orElse("Nothing has been published yet");
        var head = layouts.listing(ARCHIVE.text(), summary + ".", ARCHIVE.path());
        return new ArchivePage(
                layouts.layout(head, Blog.ARCHIVE, List.of(layouts.home(), ARCHIVE)), summary, years(now));
    }

    private ArchivePeriodPage periodPage(
            ArchivePeriod period, PageSlice slice, List<EntrySummary> onPage, Sequence posts) {
        var count = Quantities.posts(slice.all().size());
        return new ArchivePeriodPage(
                layout(period, slice, count),
                period.name(),
                count,
                period.isYear() ? months.list(slice.all()) : List.of(),
                MonthSection.of(onPage, calendar),
                slice.paging(),
                months.after(period, posts).orElse(null),
                months.before(period, posts).orElse(null));
    }

    private PageLayout layout(ArchivePeriod period, PageSlice slice, String count) {
        var description = count + " from " + period.name() + ".";
        var head = layouts.listing(slice.title(period.name()), description, slice.address())
                .withNeighbours(slice.newer(), slice.older());
        var home = Stream.of(layouts.home(), ARCHIVE);
        var below = period.isYear() ? Stream.of(period) : Stream.of(period.year(), period);
        return layouts.layout(
                head,
                Blog.ARCHIVE,
                Stream.concat(home, below.map(ArchivePeriod::link)).toList());
    }

    private List<ArchivePage.Year> years(Timeline now) {
        var years = new LinkedHashMap<ArchivePeriod, List<ArchivePage.Month>>();
        for (var month : months.list(now.posts())) {
            years.computeIfAbsent(ArchivePeriod.of(month.year()), year -> new ArrayList<>())
                    .add(month);
        }
        return years.entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue()))
                .toList();
    }

    private static ArchivePage.Year year(ArchivePeriod year, List<ArchivePage.Month> months) {
        var posts = months.stream().mapToInt(ArchivePage.Month::posts).sum();
        return new ArchivePage.Year(year.name(), year.path(), Quantities.posts(posts), months);
    }
}
