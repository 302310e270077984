package org.vedette.feed.site.story;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.EntrySummary;

/** Puts posts into the words of lists. */
public final class Stories {

    private final BlogCalendar calendar;

    public Stories(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    public Story story(EntrySummary post) {
        return new Story(
                Blog.pathOfPost(post.slug()),
                post.title(),
                Credit.line(post.bylines()),
                post.summary(),
                Teaser.of(post.excerpt()),
                calendar.date(post.publishedAt()).toString(),
                calendar.day(post.publishedAt()),
                calendar.shortDay(post.publishedAt()),
                series(post),
                label(post.tlp()));
    }

    public List<Story> list(List<EntrySummary> posts) {
        return posts.stream().map(this::story).toList();
    }

    /** The same, cut where a month ends. */
    public List<StoryMonth> byMonth(List<EntrySummary> posts) {
        var months = new LinkedHashMap<YearMonth, List<Story>>();
        for (var post : posts) {
            months.computeIfAbsent(calendar.month(post.publishedAt()), month -> new ArrayList<>())
                    .add(story(post));
        }
        return months.entrySet().stream()
                .map(month -> new StoryMonth(
                        BlogCalendar.name(month.getKey()), BlogCalendar.page(month.getKey()), month.getValue()))
                .toList();
    }

    /** Day of a revision; null when it is that of publication. */
    public @Nullable String revised(Instant publishedAt, Instant revisedAt) {
        var day = calendar.day(revisedAt);
        return day.equals(calendar.day(publishedAt)) ? null : day;
    }

    private static @Nullable StorySeries series(EntrySummary post) {
        var series = post.series();
        var period = post.period();
        return series == null
                ? null
                : new StorySeries(
                        Scope.series(series.slug()).page(),
                        series.title(),
                        period == null ? null : BlogCalendar.words(period));
    }

    private static @Nullable Label label(Tlp tlp) {
        return tlp == Tlp.CLEAR ? null : new Label(tlp.label(), tlp.kebab());
    }
}
