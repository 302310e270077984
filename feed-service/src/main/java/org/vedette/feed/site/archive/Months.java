package org.vedette.feed.site.archive;

import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.site.page.MonthCount;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;

/** Cuts the order of time into the months and years of the blog's calendar. */
public final class Months {

    private final BlogCalendar calendar;

    public Months(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    Sequence in(Stretch stretch, Sequence posts) {
        return posts.between(start(stretch.first()), end(stretch.last()));
    }

    /** What is no newer than a month. */
    public Sequence until(YearMonth month, Sequence posts) {
        return posts.between(Instant.MIN, end(month));
    }

    /** The first month after a stretch that has posts. */
    Optional<YearMonth> after(Stretch stretch, Sequence posts) {
        return posts.between(end(stretch.last()), Instant.MAX).last().map(this::month);
    }

    /** The last month before a stretch that has posts. */
    Optional<YearMonth> before(Stretch stretch, Sequence posts) {
        return posts.between(Instant.MIN, start(stretch.first())).first().map(this::month);
    }

    public YearMonth month(Position post) {
        return calendar.month(post.sortKey().at());
    }

    /** The months that have posts, newest first, at most so many. Costs as much as there are months, however many posts. */
    public List<MonthCount> counts(Sequence posts, int limit) {
        var counts = new ArrayList<MonthCount>();
        var rest = posts;
        while (!rest.isEmpty() && counts.size() < limit) {
            var month = month(rest.first().orElseThrow());
            var start = start(month);
            counts.add(count(month, rest.between(start, Instant.MAX).size()));
            rest = rest.between(Instant.MIN, start);
        }
        return counts;
    }

    private static MonthCount count(YearMonth month, int posts) {
        var shortName = month.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
        return new MonthCount(Year.from(month), BlogCalendar.name(month), shortName, BlogCalendar.page(month), posts);
    }

    private Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    private Instant start(YearMonth month) {
        return calendar.startOf(month.atDay(1));
    }
}
