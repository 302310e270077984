package org.vedette.feed.blog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Parses the dates and times of requests. Years have four digits: the store and the index cannot represent others. */
public final class DateParser {

    private static final int MAX_YEAR = 9999;

    private DateParser() {}

    /**
     * Parses a date.
     *
     * @throws DateTimeException for anything but a date such as 2026-11-28
     */
    public static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        requireFourDigits(date.getYear(), text);
        return date;
    }

    /**
     * Parses a time.
     *
     * @throws DateTimeException for anything but a time such as 2026-11-28T09:30:00Z (RFC 3339 §5.6)
     */
    public static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        requireFourDigits(time.getYear(), text);
        return time.toInstant();
    }

    private static void requireFourDigits(int year, String text) {
        if (year < 1 || year > MAX_YEAR) {
            throw new DateTimeException("Not in the years 1 to " + MAX_YEAR + ": " + text);
        }
    }
}
