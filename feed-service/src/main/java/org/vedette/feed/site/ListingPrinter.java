package org.vedette.feed.site;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.site.head.Crumb;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.head.Head;
import org.vedette.feed.site.lists.Counted;
import org.vedette.feed.site.lists.Heads;
import org.vedette.feed.site.lists.Slice;
import org.vedette.feed.site.page.ListingPage;
import org.vedette.feed.site.story.Stories;

/** Puts the posts of a series, a tag or an author into the words of their page. */
public final class ListingPrinter {

    private final Frames frames;
    private final BlogCalendar calendar;
    private final Stories stories;

    public ListingPrinter(Frames frames, BlogCalendar calendar) {
        this.frames = frames;
        this.calendar = calendar;
        this.stories = new Stories(calendar);
    }

    /**
     * What is listed, in words.
     *
     * @param kind such as Series
     * @param title title of the series, the tag, or name of the author
     * @param affiliation where the author worked last
     * @param posts such as 12 issues
     */
    private record Subject(
            String kind, String title, @Nullable String affiliation, String posts) {}

    ListingPage listingPage(Scope scope, Slice slice, Heads heads) {
        var newestFirst = heads.inOrder(Stream.concat(slice.all().first().stream(), slice.posts().stream())
                .toList());
        var subject = subject(scope, slice, newestFirst);
        return new ListingPage(
                frame(scope, slice, subject),
                subject.kind(),
                subject.title(),
                subject.affiliation(),
                subject.posts() + since(slice),
                stories.list(heads.inOrder(slice.posts())),
                frames.feeds(scope, subject.title()),
                slice.paging());
    }

    private Subject subject(Scope scope, Slice slice, List<EntrySummary> posts) {
        var number = slice.all().size();
        var counted = Counted.posts(number);
        return switch (scope.kind()) {
            case SERIES -> new Subject("Series", title(scope, posts), null, Counted.of(number, "issue"));
            case AUTHOR -> author(credit(scope, posts), counted);
            case TAG, EVERYTHING -> new Subject("Tag", scope.key(), null, counted);
        };
    }

    private static Subject author(Byline credit, String posts) {
        return new Subject("Author", credit.name(), credit.affiliation(), posts);
    }

    private Frame frame(Scope scope, Slice slice, Subject subject) {
        var description = subject.kind() + " " + subject.title() + ": " + subject.posts() + since(slice) + ".";
        var head = frames.listing(slice.titled(subject.title()), description, slice.address())
                .between(slice.newer(), slice.older())
                .followedBy(frames.feeds(scope, subject.title()));
        var trail = List.of(frames.top(), new Crumb(subject.title(), scope.page()));
        return frames.frame(told(head, scope, subject), null, trail);
    }

    private Head told(Head head, Scope scope, Subject subject) {
        return switch (scope.kind()) {
            case SERIES -> head.telling(frames.data().series(new Series(scope.key(), subject.title())));
            case AUTHOR -> head.telling(frames.data().profile(new Byline(subject.title(), subject.affiliation())));
            case TAG, EVERYTHING -> head;
        };
    }

    /** Such as {@code since June 2016}; nothing for a list that is all of one month. */
    private String since(Slice slice) {
        var oldest =
                slice.all().last().map(post -> calendar.month(post.sortKey().at()));
        var newest =
                slice.all().first().map(post -> calendar.month(post.sortKey().at()));
        return oldest.equals(newest)
                ? oldest.map(month -> " in " + BlogCalendar.name(month)).orElse("")
                : oldest.map(month -> " since " + BlogCalendar.name(month)).orElse("");
    }

    /** The title that the newest issue gives; the store may be ahead of the order, so even that may have left the series. */
    private static String title(Scope scope, List<EntrySummary> issues) {
        return issues.stream()
                .flatMap(issue -> Stream.ofNullable(issue.series()))
                .filter(series -> series.slug().equals(scope.key()))
                .map(Series::title)
                .findFirst()
                .orElse(scope.key());
    }

    /** The author's credit under the newest post. */
    private static Byline credit(Scope scope, List<EntrySummary> posts) {
        return posts.stream()
                .flatMap(post -> post.bylines().stream())
                .filter(byline -> AuthorSlug.of(byline.name()).equals(scope.key()))
                .findFirst()
                .orElseGet(() -> new Byline(scope.key(), null));
    }
}
