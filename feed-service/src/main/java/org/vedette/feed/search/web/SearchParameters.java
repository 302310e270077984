package org.vedette.feed.search.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.serving.RequestRefused;

/**
 * A search as it stands in an address; everything may be left out, but not all of it.
 *
 * @param q words, "phrases", -excluded and prefix*
 * @param series slug of a series
 * @param tag a tag
 * @param author slug of an author
 * @param from first time of publication, as a date (its first instant in UTC) or a time in RFC 3339
 * @param to time of publication before which to stay, in the same spellings
 * @param page number of the page, 1 to 100; default 1
 * @param size results on a page, 1 to 50; default 10
 * @param order {@code relevance} or {@code newest}; default {@code relevance}
 */
record SearchParameters(
        @Nullable String q,
        @Nullable String series,
        @Nullable String tag,
        @Nullable String author,
        @Nullable String from,
        @Nullable String to,
        @Nullable String page,
        @Nullable String size,
        @Nullable String order) {

    private static final int FIRST_PAGE = 1;

    SearchQuery query() {
        return new SearchQuery(
                q == null ? "" : q,
                series,
                tag,
                author,
                time("from", from),
                time("to", to),
                number("page", page, FIRST_PAGE),
                number("size", size, SearchQuery.DEFAULT_SIZE),
                order(order));
    }

    private static int number(String name, @Nullable String given, int preset) {
        try {
            return given == null || given.isBlank() ? preset : Integer.parseInt(given);
        } catch (NumberFormatException notANumber) {
            throw new RequestRefused("malformed-number", "Let '" + name + "' be a number like 1.");
        }
    }

    private static @Nullable Instant time(String name, @Nullable String given) {
        try {
            return given == null || given.isBlank() ? null : instant(given);
        } catch (DateTimeParseException notATime) {
            throw new RequestRefused(
                    "malformed-time",
                    "Let '" + name + "' be a date like 2026-11-02 or a time like 2026-11-02T09:30:00Z.");
        }
    }

    private static Instant instant(String given) {
        return given.length() == "2026-11-02".length()
                ? LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(given).toInstant();
    }

    private static SearchQuery.Order order(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return SearchQuery.Order.RELEVANCE;
        }
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "relevance" -> SearchQuery.Order.RELEVANCE;
            case "newest" -> SearchQuery.Order.NEWEST;
            default -> throw new RequestRefused("unknown-order", "Let 'order' be relevance or newest.");
        };
    }
}
