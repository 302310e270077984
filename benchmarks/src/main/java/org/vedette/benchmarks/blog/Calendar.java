package org.vedette.benchmarks.blog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Period;
import org.vedette.events.Series;

/**
 * When the posts of a blog were published, evenly, up to the end of 2024, and which of them are issues of a series.
 *
 * @param size posts in the blog
 * @param span from the first to the last of them
 */
record Calendar(int size, Duration span) {

    static final List<Series> SERIES = List.of(
            new Series("weekly-phishing-report", "Weekly Phishing Report"),
            new Series("weekly-threat-intelligence-brief", "Weekly Threat Intelligence Brief"));

    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Instant publishedAt(int number) {
        Duration slot = span.dividedBy(size);
        Instant start = END.minus(span).plus(slot.multipliedBy(number));
        return start.plus(slot.compareTo(MINUTE) > 0 ? MINUTE : Duration.ZERO).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first two posts of a week, in a blog that has so many; else two of ten. */
    @Nullable
    Series series(int number) {
        boolean oftenEnough = span.dividedBy(size).compareTo(Duration.ofDays(2)) < 0;
        int place = oftenEnough ? placeInWeek(number) : number % 10;
        return place < SERIES.size() ? SERIES.get(place) : null;
    }

    /** The week before the one of an instant. */
    static Period weekBefore(Instant instant) {
        LocalDate monday = monday(instant);
        return new Period(monday.minusDays(7), monday.minusDays(1));
    }

    private int placeInWeek(int number) {
        LocalDate week = monday(publishedAt(number));
        int place = 0;
        while (place < SERIES.size() && week.equals(monday(publishedAt(number - place - 1)))) {
            place++;
        }
        return place;
    }

    private static LocalDate monday(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
