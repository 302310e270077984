package org.vedette.feed.site;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.EntrySummary;

/**
 * A post as lists print it.
 *
 * @param path where it is read
 * @param title its title
 * @param bylines its first bylines
 * @param moreBylines how many bylines follow those
 * @param summary standfirst, or excerpt where there is none
 * @param introduction what a list says of it: the standfirst, or the beginning of its text where there is none
 * @param teaser the beginning of its summary, for narrow places
 * @param date day of publication for programs, such as 2016-06-30
 * @param day the same for people, such as June 30, 2016
 * @param shortDay the same within its month, such as Jun 30
 * @param series the series it belongs to; null when it belongs to none
 * @param label its TLP label; null when it is public
 * @param language of its text, a BCP 47 tag; null where it is that of the page
 * @param direction of its text, {@code rtl} or {@code auto}
 */
public record PostSummaryView(
        String path,
        String title,
        List<BylineLink> bylines,
        int moreBylines,
        String summary,
        String introduction,
        String teaser,
        String date,
        String day,
        String shortDay,
        @Nullable SeriesLink series,
        @Nullable TlpLabel label,
        @Nullable String language,
        String direction) {

    private static final int MAX_TEASER = 100;

    /** As the post service cuts excerpts: no comma, dash or stop before the ellipsis. */
    private static final Pattern BEFORE_ELLIPSIS = Pattern.compile("[\\s\\p{Pd},;:.…]+$");

    /** More would outweigh the title. */
    private static final int MAX_BYLINES = 3;

    public PostSummaryView {
        bylines = List.copyOf(bylines);
    }

    /**
     * The series of an issue.
     *
     * @param path where its issues are listed
     * @param title its title
     * @param period what the issue covers, such as Week of June 26 – July 2, 2016; null when it does not say
     */
    public record SeriesLink(
            String path, String title, @Nullable String period) {}

    /**
     * A TLP label that readers must see.
     *
     * @param text such as TLP:AMBER+STRICT
     * @param style such as amber-strict
     */
    public record TlpLabel(String text, String style) {}

    public static PostSummaryView of(EntrySummary post, BlogCalendar calendar) {
        var bylines = firstBylines(post);
        return new PostSummaryView(
                Blog.pathOfPost(post.slug()),
                post.title(),
                bylines,
                post.bylines().size() - bylines.size(),
                post.summary(),
                post.hasStandfirst() ? post.summary() : teaser(post.excerpt()),
                teaser(post.summary()),
                calendar.date(post.publishedAt()).toString(),
                calendar.day(post.publishedAt()),
                calendar.shortDay(post.publishedAt()),
                series(post),
                post.tlp().isPublic()
                        ? null
                        : new TlpLabel(post.tlp().label(), post.tlp().kebab()),
                post.language().equals(Language.ENGLISH)
                        ? null
                        : post.language().tag(),
                post.language().direction());
    }

    public static List<PostSummaryView> of(List<EntrySummary> posts, BlogCalendar calendar) {
        return posts.stream().map(post -> of(post, calendar)).toList();
    }

    /** All bylines where they are few, else one less than would fit, because the number of the others takes a place. */
    private static List<BylineLink> firstBylines(EntrySummary post) {
        var all = BylineLink.of(post.bylines());
        return all.size() <= MAX_BYLINES ? all : all.subList(0, MAX_BYLINES - 1);
    }

    /**
     * The whole text in one line where it fits 100 characters, else as many whole words as fit and an ellipsis. An excerpt
     * begins as its text does and is longer, so both have the same teaser.
     */
    static String teaser(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_TEASER) {
            return line;
        }
        var lastSpace = line.lastIndexOf(' ', MAX_TEASER);
        var beginning = lastSpace > 0 ? line.substring(0, lastSpace) : cut(line);
        return BEFORE_ELLIPSIS.matcher(beginning).replaceFirst("") + "…";
    }

    /** Cuts a word that is longer than the line, but never between the halves of a surrogate pair. */
    private static String cut(String word) {
        return word.substring(0, Character.isHighSurrogate(word.charAt(MAX_TEASER - 1)) ? MAX_TEASER - 1 : MAX_TEASER);
    }

    private static @Nullable SeriesLink series(EntrySummary post) {
        var series = post.series();
        var period = post.period();
        return series == null
                ? null
                : new SeriesLink(
                        Scope.series(series.slug()).page(),
                        series.title(),
                        period == null ? null : BlogCalendar.words(period));
    }
}
