package org.vedette.feed.search;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.serving.RequestRejectedException;

/**
 * A search. One that an index should not be asked is refused with {@link RequestRejectedException} by the constructor.
 *
 * @param text words, "phrases", -excluded and prefix*, up to {@link #MAX_LENGTH} characters and {@link #MAX_TERMS} words; blank when the filters say all
 * @param series slug of the series to stay in; null for all
 * @param tag the tag to stay with; null for all
 * @param author slug of the author to stay with; null for all
 * @param from first instant of publication; null for no limit
 * @param to first instant of publication that is too late; null for no limit
 * @param page number of the page, 1 to {@link #MAX_PAGE}
 * @param size hits on a page, 1 to {@link #MAX_SIZE}
 * @param order which hits come first
 */
public record SearchQuery(
        String text,
        @Nullable String series,
        @Nullable String tag,
        @Nullable String author,
        @Nullable Instant from,
        @Nullable Instant to,
        int page,
        int size,
        Order order) {

    public static final int MAX_LENGTH = 200;
    public static final int MAX_TERMS = 16;
    public static final int MAX_PAGE = 100;
    public static final int MAX_SIZE = 50;

    public static final int DEFAULT_SIZE = 10;

    /** Which hits come first. */
    public enum Order {
        RELEVANCE,
        NEWEST
    }

    public SearchQuery {
        series = blankToNull(series);
        tag = blankToNull(tag);
        author = blankToNull(author);
        refuseIf(text.length() > MAX_LENGTH, "query-too-long", "Search for at most " + MAX_LENGTH + " characters.");
        refuseIf(terms(text) > MAX_TERMS, "too-many-terms", "Search for at most " + MAX_TERMS + " words at once.");
        refuseIf(
                page < 1 || page > MAX_PAGE,
                "no-such-page",
                "\"page\" goes from 1 to " + MAX_PAGE + "; narrow the search instead.");
        refuseIf(
                size < 1 || size > MAX_SIZE,
                "no-such-size",
                "\"size\" must be a whole number from 1 to " + MAX_SIZE + ".");
        refuseIf(from != null && to != null && from.isAfter(to), "time-reversed", "Let 'from' be before 'to'.");
        var filtered = series != null || tag != null || author != null || from != null || to != null;
        refuseIf(
                text.isBlank() && !filtered,
                "nothing-to-search",
                "Say what to search for, or choose a series, a tag, an author or a time.");
    }

    /** Returns a search for the best hits among all posts. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, null, null, null, null, null, 1, DEFAULT_SIZE, Order.RELEVANCE);
    }

    /**
     * Returns the same search in the tag and by the author that have the posts now.
     *
     * @param current finds what a tag or an author was renamed to or merged with
     */
    public SearchQuery in(UnaryOperator<Scope> current) {
        return new SearchQuery(
                text,
                series,
                tag == null ? null : current.apply(Scope.tag(tag)).key(),
                author == null ? null : current.apply(Scope.author(author)).key(),
                from,
                to,
                page,
                size,
                order);
    }

    /** Returns the clauses of the text. */
    public List<Clause> clauses() {
        return Clause.parse(text);
    }

    private static long terms(String text) {
        return Clause.parse(text).stream()
                .mapToLong(clause -> clause.text().split("\\s+").length)
                .sum();
    }

    private static @Nullable String blankToNull(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter.strip();
    }

    private static void refuseIf(boolean nonsense, String problem, String detail) {
        if (nonsense) {
            throw RequestRejectedException.invalid(problem, detail);
        }
    }
}
