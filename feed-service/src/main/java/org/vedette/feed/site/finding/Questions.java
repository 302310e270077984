package org.vedette.feed.site.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.AuthorSlug;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.DateParser;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.site.page.SearchForm;

/** Understands what readers write into the fields of the search. */
final class Questions {

    static final int HITS = 20;

    private final BlogCalendar calendar;

    Questions(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    /** @throws RequestRejectedException for what makes no sense */
    SearchQuery query(SearchForm form, int page) {
        var last = day("last", form.to());
        return new SearchQuery(
                form.text(),
                form.series(),
                form.tag().toLowerCase(Locale.ROOT),
                form.author().isEmpty() ? null : AuthorSlug.of(form.author()),
                start(day("first", form.from())),
                start(last == null ? null : last.plusDays(1)),
                page,
                HITS,
                form.isNewestFirst() || form.text().isEmpty() ? SearchQuery.Order.NEWEST : SearchQuery.Order.RELEVANCE);
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : calendar.startOf(day);
    }

    private static @Nullable LocalDate day(String which, String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return DateParser.date(typed);
        } catch (DateTimeException notADay) {
            throw RequestRejectedException.invalid(
                    "malformed-day", "The " + which + " day is no date. Write it like 2016-06-30, or leave it empty.");
        }
    }
}
