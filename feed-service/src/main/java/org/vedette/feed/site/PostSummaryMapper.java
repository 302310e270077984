package org.vedette.feed.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.pages.post.BylineView;
import org.vedette.pages.post.PostSummaryView;
import org.vedette.pages.post.PostSummaryView.SeriesLink;
import org.vedette.pages.post.TlpLabel;

/** Maps entries to what lists print of them. */
public final class PostSummaryMapper {

    private static final int MAX_TEASER = 100;

    /** More would outweigh the title. */
    private static final int MAX_BYLINES = 3;

    private PostSummaryMapper() {}

    public static PostSummaryView of(EntrySummary post, BlogCalendar calendar) {
        var bylines = firstBylines(post);
        var teaser = teaser(post.summary());
        return new PostSummaryView(
                Blog.pathOfPost(post.slug()),
                post.title(),
                bylines,
                post.bylines().size() - bylines.size(),
                post.summary(),
                post.hasStandfirst() ? post.summary() : teaser,
                teaser,
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
    private static List<BylineView> firstBylines(EntrySummary post) {
        var all = post.bylines();
        return BylineLink.views(all.size() <= MAX_BYLINES ? all : all.subList(0, MAX_BYLINES - 1));
    }

    /**
     * The whole text in one line where it fits 100 characters, else as many whole words as fit and an ellipsis. An excerpt
     * begins as its text does and is longer, so both have the same teaser.
     */
    static String teaser(String text) {
        var line = beginningInOneLine(text.strip());
        if (line.length() <= MAX_TEASER) {
            return line;
        }
        var lastSpace = line.lastIndexOf(' ', MAX_TEASER);
        var beginning = lastSpace > 0 ? line.substring(0, lastSpace) : cut(line);
        return withoutPunctuationAtEnd(beginning) + "…";
    }

    /** As the post service cuts excerpts: no comma, dash or stop before the ellipsis. */
    private static String withoutPunctuationAtEnd(String text) {
        var end = text.length();
        while (end > 0 && isLeftOut(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    private static boolean isLeftOut(int codePoint) {
        return ",;:.… ".indexOf(codePoint) >= 0 || Character.getType(codePoint) == Character.DASH_PUNCTUATION;
    }

    /** The text with single spaces between its words, up to the first character that does not fit. */
    private static String beginningInOneLine(String text) {
        var line = new StringBuilder(MAX_TEASER + 1);
        for (int index = 0; index < text.length() && line.length() <= MAX_TEASER; index++) {
            var character = text.charAt(index);
            if (!Character.isWhitespace(character)) {
                line.append(character);
            } else if (line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
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
