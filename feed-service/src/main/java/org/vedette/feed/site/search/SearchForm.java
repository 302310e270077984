package org.vedette.feed.site.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.DateParser;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.serving.RequestRejectedException;

/**
 * The fields of the search form as they were filled in; nothing is null.
 *
 * @param text words
 * @param series slug of a series
 * @param tag a tag
 * @param author name of an author, or the slug of the name
 * @param from first day
 * @param to last day
 * @param order {@code newest}, or anything else for the best first
 */
public record SearchForm(String text, String series, String tag, String author, String from, String to, String order) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String NEWEST_FIRST = "newest";
    private static final int HITS_PER_PAGE = 20;

    /** Reads the parameters of a request; an absent field is empty. */
    public static SearchForm of(Map<String, String> fields) {
        return new SearchForm(
                field("q", fields),
                field("series", fields),
                field("tag", fields),
                field("author", fields),
                field("from", fields),
                field("to", fields),
                field("order", fields));
    }

    /**
     * The form with the tag and the author that have the posts now.
     *
     * @param current finds what a tag or an author was renamed to or merged with
     */
    public SearchForm in(UnaryOperator<Scope> current) {
        return new SearchForm(
                text,
                series,
                tag.isEmpty() ? tag : current.apply(Scope.tag(tag)).key(),
                author.isEmpty() ? author : authorNow(current),
                from,
                to,
                order);
    }

    private String authorNow(UnaryOperator<Scope> current) {
        var given = Scope.author(Byline.authorSlugOf(author));
        var now = current.apply(given);
        return now.equals(given) ? author : now.key();
    }

    /** The first day for an input of type date. */
    public String firstDay() {
        return DATE.matcher(from).matches() ? from : "";
    }

    /** The last day for an input of type date. */
    public String lastDay() {
        return DATE.matcher(to).matches() ? to : "";
    }

    public boolean isFiltered() {
        return !(series.isEmpty() && tag.isEmpty() && author.isEmpty() && from.isEmpty() && to.isEmpty());
    }

    public boolean isNewestFirst() {
        return order.equals(NEWEST_FIRST);
    }

    boolean isEmpty() {
        return text.isEmpty() && !isFiltered();
    }

    /**
     * The query of a page of the results.
     *
     * @throws RequestRejectedException when a field makes no sense
     */
    SearchQuery query(int page, BlogCalendar calendar) {
        var first = date("first", from);
        var last = date("last", to);
        return new SearchQuery(
                text,
                series,
                tag.toLowerCase(Locale.ROOT),
                author.isEmpty() ? null : Byline.authorSlugOf(author),
                first == null ? null : calendar.startOf(first),
                last == null ? null : calendar.startOf(last.plusDays(1)),
                page,
                HITS_PER_PAGE,
                isNewestFirst() || text.isEmpty() ? SearchQuery.Order.NEWEST : SearchQuery.Order.RELEVANCE);
    }

    /** Address of a page of the results. */
    String address(int page) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("q", text);
        fields.put("series", series);
        fields.put("tag", tag);
        fields.put("author", author);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("order", order);
        fields.put("page", page == 1 ? "" : String.valueOf(page));
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", Blog.SEARCH + "?", ""));
    }

    /** A parameter without an equals sign, as in {@code /search?q}, has no value. */
    private static String field(String name, Map<String, String> fields) {
        return Objects.requireNonNullElse(fields.get(name), "").strip();
    }

    private static @Nullable LocalDate date(String which, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return DateParser.date(text);
        } catch (DateTimeException notADate) {
            throw RequestRejectedException.invalid(
                    "malformed-day", "The " + which + " day is no date. Write it like 2016-06-30, or leave it empty.");
        }
    }
}
