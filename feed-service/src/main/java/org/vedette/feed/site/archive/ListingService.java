package org.vedette.feed.site.archive;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.PageResponse;
import org.vedette.feed.site.PageSlice;
import org.vedette.feed.site.PostSummaryMapper;
import org.vedette.feed.site.Quantities;
import org.vedette.feed.timeline.Timeline;
import org.vedette.pages.Link;
import org.vedette.pages.PageHead;
import org.vedette.pages.PageLayout;
import reactor.core.publisher.Mono;

/** Creates the pages that list the posts of a series, a tag or an author. */
public final class ListingService {

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final PageLayouts layouts;
    private final BlogCalendar calendar;

    public ListingService(CurrentTimeline timeline, Entries entries, PageLayouts layouts, BlogCalendar calendar) {
        this.timeline = timeline;
        this.entries = entries;
        this.layouts = layouts;
        this.calendar = calendar;
    }

    /**
     * What the posts of a page have in common.
     *
     * @param kind such as Series
     * @param title title of the series, the tag, or name of the author
     * @param byline of the author as it was last; null for a series or a tag
     * @param introduction of the series; null for nothing
     * @param summary such as 12 issues since June 2016
     */
    private record Subject(
            String kind,
            String title,
            @Nullable Byline byline,
            @Nullable String introduction,
            String summary) {

        @Nullable
        String affiliation() {
            return byline == null ? null : byline.affiliation();
        }
    }

    /**
     * A page of a scope; a redirect when the scope is spelled differently.
     *
     * @throws RequestRejectedException when it has no posts, or not so many pages
     */
    public Mono<PageResponse> listing(Scope scope, PageNumber page) {
        var now = timeline.get();
        var slice = new PageSlice(scope.page(), now.in(scope), page);
        if (slice.all().isEmpty()) {
            return otherSpelling(scope, now);
        }
        if (page.isRedundant()) {
            return Mono.just(new PageResponse.MovedPermanently(layouts.address(slice.address())));
        }
        return slice.exists()
                ? summaries(slice).map(found -> page(scope, slice, found))
                : Mono.error(slice.beyondLastPage());
    }

    /** Whether a scope has a post. */
    public boolean has(Scope scope) {
        return !timeline.get().in(scope).isEmpty();
    }

    /** The newest post is always found as well: it has the latest title of a series and affiliation of an author. */
    private Mono<Summaries> summaries(PageSlice slice) {
        return Summaries.of(entries, Stream.concat(slice.all().first().stream(), slice.posts().stream()));
    }

    /** Series and tags are lower-case, and an author may be asked for by name or by a slug from before a merge. */
    private Mono<PageResponse> otherSpelling(Scope scope, Timeline now) {
        var normalized = switch (scope.kind()) {
            case TAG -> Scope.tag(scope.key().toLowerCase(Locale.ROOT));
            case AUTHOR -> now.current(Scope.author(Byline.authorSlugOf(scope.key())));
            case SERIES -> Scope.series(scope.key().toLowerCase(Locale.ROOT));
            case EVERYTHING -> scope;
        };
        return normalized.equals(scope) || now.in(normalized).isEmpty()
                ? Mono.error(PageProblems.notFound())
                : Mono.just(new PageResponse.MovedPermanently(layouts.address(normalized.page())));
    }

    private ListingPage page(Scope scope, PageSlice slice, Summaries found) {
        var newestFirst = found.inOrder(Stream.concat(slice.all().first().stream(), slice.posts().stream())
                .toList());
        var subject = subject(scope, slice, newestFirst);
        return new ListingPage(
                layout(scope, slice, subject),
                subject.kind(),
                index(scope).path(),
                subject.title(),
                subject.affiliation(),
                subject.introduction(),
                subject.summary(),
                PostSummaryMapper.of(found.inOrder(slice.posts()), calendar),
                layouts.feeds(scope, subject.title()),
                slice.paging());
    }

    /** The store may be ahead of the timeline: even the newest post may have left the series. */
    private Subject subject(Scope scope, PageSlice slice, List<EntrySummary> newestFirst) {
        var posts = Quantities.since(slice.all(), "post", calendar);
        return switch (scope.kind()) {
            case SERIES -> {
                var title = scope.seriesTitle(newestFirst.stream().map(EntrySummary::series));
                var introduction = newestFirst.stream()
                        .findFirst()
                        .map(EntrySummary::series)
                        .filter(series -> series.slug().equals(scope.key()))
                        .map(Series::introduction)
                        .orElse(null);
                yield new Subject(
                        "Series", title, null, introduction, Quantities.since(slice.all(), "issue", calendar));
            }
            case AUTHOR -> {
                var byline = scope.byline(newestFirst.stream().flatMap(post -> post.bylines().stream()));
                yield new Subject("Author", byline.name(), byline, null, posts);
            }
            case TAG, EVERYTHING -> new Subject("Tag", scope.key(), null, null, posts);
        };
    }

    private PageLayout layout(Scope scope, PageSlice slice, Subject subject) {
        var description = subject.kind() + " " + subject.title() + ": " + subject.summary() + ".";
        var head = layouts.listing(slice.title(subject.title()), description, slice.address())
                .withNeighbours(slice.newer(), slice.older())
                .withFeeds(layouts.feeds(scope, subject.title()));
        var breadcrumbs = List.of(layouts.home(), index(scope), new Link(subject.title(), scope.page()));
        return layouts.layout(withData(head, scope, subject), null, breadcrumbs);
    }

    /** The page that lists all of that kind. */
    private static Link index(Scope scope) {
        return switch (scope.kind()) {
            case SERIES -> new Link("Series", Blog.SERIES);
            case AUTHOR -> new Link("Authors", Blog.AUTHORS);
            case TAG, EVERYTHING -> new Link("Tags", Blog.TAGS);
        };
    }

    private PageHead withData(PageHead head, Scope scope, Subject subject) {
        var data = layouts.structuredData();
        return switch (scope.kind()) {
            case SERIES -> head.withData(data.series(new Series(scope.key(), subject.title())));
            case AUTHOR -> subject.byline() == null ? head : head.withData(data.profilePage(subject.byline()));
            case TAG, EVERYTHING -> head;
        };
    }
}
