package org.vedette.feed.blog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Days and times as callers write them, of years with four digits: beyond those no store and no index can follow. */
public final class WrittenTime {

    private static final int LAST_YEAR = 9999;

    private WrittenTime() {}

    /**
     * Reads a day.
     *
     * @throws DateTimeException for what is none like 2026-11-28
     */
    public static LocalDate day(String written) {
        var day = LocalDate.parse(written);
        requireFourDigits(day.getYear(), written);
        return day;
    }

    /**
     * Reads a time (RFC 3339 §5.6).
     *
     * @throws DateTimeException for what is none like 2026-11-28T09:30:00Z
     */
    public static Instant instant(String written) {
        var time = OffsetDateTime.parse(written);
        requireFourDigits(time.getYear(), written);
        return time.toInstant();
    }

    private static void requireFourDigits(int year, String written) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("Not in the years 1 to " + LAST_YEAR + ": " + written);
        }
    }
}
