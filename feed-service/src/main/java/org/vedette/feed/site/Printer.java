package org.vedette.feed.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntryHead;
import org.vedette.feed.site.page.Frame;
import org.vedette.feed.site.page.FrontPage;
import org.vedette.feed.site.page.Label;
import org.vedette.feed.site.page.MessagePage;
import org.vedette.feed.site.page.Month;
import org.vedette.feed.site.page.PostPage;
import org.vedette.feed.site.page.SeriesPage;
import org.vedette.feed.site.page.Story;
import org.vedette.feed.site.page.StorySeries;

/** Puts entries into the words of a page. */
public final class Printer {

    private final Blog blog;
    private final BlogCalendar calendar;

    public Printer(Blog blog, BlogCalendar calendar) {
        this.blog = blog;
        this.calendar = calendar;
    }

    FrontPage frontPage(
            @Nullable EntryHead lead,
            List<EntryHead> latestIssues,
            List<EntryHead> latest,
            @Nullable Instant changedAt) {
        var frame = frame(blog.title(), blog.tagline(), "/", "website", true, changedAt);
        return new FrontPage(
                frame,
                lead == null ? null : story(lead),
                lead == null ? null : opening(lead),
                latestIssues.stream().map(this::story).toList(),
                months(latest));
    }

    PostPage postPage(Entry entry, Optional<Entry> newer, Optional<Entry> older, @Nullable Instant changedAt) {
        var post = entry.post();
        var path = Blog.pathOfPost(post.slug());
        var title = post.title() + " · " + blog.title();
        return new PostPage(
                frame(title, entry.summary(), path, "article", entry.tlp() == Tlp.CLEAR, changedAt),
                story(entry.head()),
                blankToNull(post.standfirst()),
                revised(post),
                ReadingTime.of(post.text()),
                blankToNull(entry.correction()),
                post.html(),
                newer.map(Entry::head).map(this::story).orElse(null),
                older.map(Entry::head).map(this::story).orElse(null));
    }

    SeriesPage seriesPage(String slug, String title, List<EntryHead> issues, @Nullable Instant changedAt) {
        var description = "All issues of " + title + ", newest first.";
        var frame =
                frame(title + " · " + blog.title(), description, Blog.pathOfSeries(slug), "website", true, changedAt);
        return new SeriesPage(frame, title, issues.stream().map(this::story).toList());
    }

    MessagePage messagePage(int status, String problem, String headline, String lede, @Nullable String detail) {
        return new MessagePage(
                frame(headline + " · " + blog.title(), lede, null, "website", false, null),
                status,
                problem,
                headline,
                lede,
                detail);
    }

    private Frame frame(
            String title,
            String description,
            @Nullable String path,
            String kind,
            boolean indexed,
            @Nullable Instant changedAt) {
        return new Frame(
                blog.title(),
                blog.tagline(),
                title,
                description,
                path == null ? null : blog.address(path),
                kind,
                indexed,
                blog.address(Blog.RSS),
                changedAt);
    }

    private static @Nullable String opening(EntryHead lead) {
        return blankToNull(lead.standfirst()) == null ? null : blankToNull(lead.excerpt());
    }

    private List<Month> months(List<EntryHead> entries) {
        var months = new LinkedHashMap<String, List<Story>>();
        for (var entry : entries) {
            var month = BlogCalendar.name(calendar.month(entry.publishedAt()));
            months.computeIfAbsent(month, name -> new ArrayList<>()).add(story(entry));
        }
        return months.entrySet().stream()
                .map(month -> new Month(month.getKey(), month.getValue()))
                .toList();
    }

    private Story story(EntryHead post) {
        return new Story(
                Blog.pathOfPost(post.slug()),
                post.title(),
                bylines(post.bylines()),
                post.summary(),
                Teaser.of(post.excerpt()),
                calendar.date(post.publishedAt()).toString(),
                calendar.day(post.publishedAt()),
                calendar.shortDay(post.publishedAt()),
                series(post),
                post.tlp() == Tlp.CLEAR
                        ? null
                        : new Label(post.tlp().label(), post.tlp().kebab()));
    }

    private static String bylines(List<Byline> bylines) {
        return bylines.stream()
                .map(byline ->
                        byline.affiliation() == null ? byline.name() : byline.name() + ", " + byline.affiliation())
                .collect(Collectors.joining("; "));
    }

    private static @Nullable StorySeries series(EntryHead post) {
        var series = post.series();
        var period = post.period();
        return series == null
                ? null
                : new StorySeries(
                        Blog.pathOfSeries(series.slug()),
                        series.title(),
                        period == null ? null : BlogCalendar.words(period));
    }

    private @Nullable String revised(PublicPost post) {
        var day = calendar.day(post.revisedAt());
        return day.equals(calendar.day(post.publishedAt())) ? null : day;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
