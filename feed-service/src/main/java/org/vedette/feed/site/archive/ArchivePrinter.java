package org.vedette.feed.site.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.site.head.Crumb;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.head.Frames;
import org.vedette.feed.site.lists.Counted;
import org.vedette.feed.site.lists.Slice;
import org.vedette.feed.site.page.ArchivePage;
import org.vedette.feed.site.page.Link;
import org.vedette.feed.site.page.MonthCount;
import org.vedette.feed.site.page.StretchPage;
import org.vedette.feed.site.page.YearCount;
import org.vedette.feed.site.story.Stories;
import org.vedette.feed.timeline.Timeline;

/** Puts stretches of time into the words of the archive. */
public final class ArchivePrinter {

    private static final Crumb ARCHIVE = new Crumb("Archive", Blog.ARCHIVE);

    private final Frames frames;
    private final BlogCalendar calendar;
    private final Stories stories;
    private final Months months;

    public ArchivePrinter(Frames frames, BlogCalendar calendar) {
        this.frames = frames;
        this.calendar = calendar;
        this.stories = new Stories(calendar);
        this.months = new Months(calendar);
    }

    ArchivePage archivePage(Timeline now) {
        var summary = now.posts()
                .last()
                .map(oldest -> Counted.posts(now.size()) + " since "
                        + calendar.day(oldest.sortKey().at()))
                .orElse("Nothing has been published yet");
        var head = frames.listing(ARCHIVE.name(), summary + ".", ARCHIVE.path());
        return new ArchivePage(frames.frame(head, Blog.ARCHIVE, List.of(frames.top(), ARCHIVE)), summary, years(now));
    }

    StretchPage stretchPage(
            Stretch stretch, Slice slice, List<EntrySummary> posts, @Nullable Link newer, @Nullable Link older) {
        var number = Counted.posts(slice.all().size());
        return new StretchPage(
                frame(stretch, slice, number),
                stretch.name(),
                number,
                stretch.isYear() ? months.counts(slice.all(), Integer.MAX_VALUE) : List.of(),
                stories.byMonth(posts),
                slice.paging(),
                newer,
                older);
    }

    private Frame frame(Stretch stretch, Slice slice, String number) {
        var head = frames.listing(
                        slice.titled(stretch.name()), number + " from " + stretch.name() + ".", slice.address())
                .between(slice.newer(), slice.older());
        return frames.frame(head, Blog.ARCHIVE, trail(stretch));
    }

    private List<Crumb> trail(Stretch stretch) {
        var trail = new ArrayList<Crumb>();
        trail.add(frames.top());
        trail.add(ARCHIVE);
        if (!stretch.isYear()) {
            var year = stretch.ofItsYear();
            trail.add(new Crumb(year.name(), year.path()));
        }
        trail.add(new Crumb(stretch.name(), stretch.path()));
        return trail;
    }

    private List<YearCount> years(Timeline now) {
        var years = new LinkedHashMap<Stretch, List<MonthCount>>();
        for (var month : months.counts(now.posts(), Integer.MAX_VALUE)) {
            years.computeIfAbsent(Stretch.of(month.year()), year -> new ArrayList<>())
                    .add(month);
        }
        return years.entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue()))
                .toList();
    }

    private static YearCount year(Stretch year, List<MonthCount> months) {
        var posts = months.stream().mapToInt(MonthCount::posts).sum();
        return new YearCount(year.name(), year.path(), Counted.posts(posts), months);
    }
}
