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
        var interval = span.dividedBy(size);
        var start = END.minus(span).plus(interval.multipliedBy(number));
        return start.plus(interval.compareTo(MINUTE) > 0 ? MINUTE : Duration.ZERO)
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first two posts of a week, in a blog that has so many; else two of ten. */
    @Nullable
    Series series(int number) {
        boolean oftenEnough = span.dividedBy(size).compareTo(Duration.ofDays(2)) < 0;
        var index = oftenEnough ? indexInWeek(number) : number % 10;
        return index < SERIES.size() ? SERIES.get(index) : null;
    }

    /** The week before the one of an instant. */
    static Period weekBefore(Instant instant) {
        var monday = monday(instant);
        return new Period(monday.minusDays(7), monday.minusDays(1));
    }

    private int indexInWeek(int number) {
        var week = monday(publishedAt(number));
        var index = 0;
        while (index < SERIES.size() && week.equals(monday(publishedAt(number - index - 1)))) {
            index++;
        }
        return index;
    }

    private static LocalDate monday(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
