package org.vedette.feed.blog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.vedette.events.Period;

/** Dates as people read them, in the blog's zone. */
public final class BlogCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d, yyyy", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);

    private final ZoneId zone;

    public BlogCalendar(ZoneId zone) {
        this.zone = zone;
    }

    public LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public YearMonth month(Instant instant) {
        return YearMonth.from(date(instant));
    }

    /** When a day begins. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Such as June 30, 2016. */
    public String day(Instant instant) {
        return DAY.format(date(instant));
    }

    /** Such as Jun 30. */
    public String shortDay(Instant instant) {
        return SHORT_DAY.format(date(instant));
    }

    /** Such as since June 2016; in June 2016 when all that is meant is of one month. */
    public String since(Instant oldest, Instant newest) {
        return (month(oldest).equals(month(newest)) ? "in " : "since ") + name(month(oldest));
    }

    /** Such as June 2016. */
    public static String name(YearMonth month) {
        return MONTH.format(month);
    }

    /** Path of the page that lists the posts of a month. */
    public static String page(YearMonth month) {
        return String.format(Locale.ROOT, "%s/%02d", page(Year.of(month.getYear())), month.getMonthValue());
    }

    /** Path of the page that lists the posts of a year. */
    public static String page(Year year) {
        return String.format(Locale.ROOT, "%s/%04d", Blog.ARCHIVE, year.getValue());
    }

    /** Such as Week of June 26 – July 2, 2016; without "Week of" when it is none. */
    public static String words(Period period) {
        var days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return (days >= 5 && days <= 7 ? "Week of " : "") + range(period.from(), period.to());
    }

    private static String range(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return DAY.format(to);
        }
        if (from.getYear() != to.getYear()) {
            return DAY.format(from) + " – " + DAY.format(to);
        }
        var sameMonth = from.getMonth() == to.getMonth();
        return DAY_OF_YEAR.format(from) + " – " + (sameMonth ? DAY_OF_MONTH : DAY).format(to);
    }
}
