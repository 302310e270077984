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
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.pages.Link;

/** Divides the timeline into the months and years of the blog's calendar. */
public final class ArchiveMonths {

    private final BlogCalendar calendar;

    public ArchiveMonths(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    Sequence in(ArchivePeriod period, Sequence posts) {
        return posts.between(start(period.first()), end(period.last()));
    }

    /** The posts of a month and of all months before it. */
    public Sequence until(YearMonth month, Sequence posts) {
        return posts.between(Instant.MIN, end(month));
    }

    /** The next period of the same length that has posts. */
    Optional<Link> after(ArchivePeriod period, Sequence posts) {
        return posts.between(end(period.last()), Instant.MAX)
                .last()
                .map(post -> period.around(month(post)).link());
    }

    /** The previous period of the same length that has posts. */
    Optional<Link> before(ArchivePeriod period, Sequence posts) {
        return posts.between(Instant.MIN, start(period.first()))
                .first()
                .map(post -> period.around(month(post)).link());
    }

    List<ArchivePage.Month> list(Sequence posts) {
        return list(posts, Integer.MAX_VALUE);
    }

    /** The months that have posts, newest first. The cost depends on the number of months, not on that of posts. */
    public List<ArchivePage.Month> list(Sequence posts, int limit) {
        var months = new ArrayList<ArchivePage.Month>();
        var rest = posts;
        while (!rest.isEmpty() && months.size() < limit) {
            var month = month(rest.first().orElseThrow());
            var start = start(month);
            months.add(view(month, rest.between(start, Instant.MAX).size()));
            rest = rest.between(Instant.MIN, start);
        }
        return months;
    }

    private YearMonth month(Position post) {
        return calendar.month(post.sortKey().at());
    }

    private static ArchivePage.Month view(YearMonth month, int posts) {
        var shortName = month.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
        return new ArchivePage.Month(
                Year.from(month), BlogCalendar.name(month), shortName, BlogCalendar.page(month), posts);
    }

    private Instant end(YearMonth month) {
        return start(month.plusMonths(1));
    }

    private Instant start(YearMonth month) {
        return calendar.startOf(month.atDay(1));
    }
}
