package org.vedette.post.studio.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.vedette.post.content.Period;

/** Dates as editors read them, in the zone of the site. */
@Component
public final class SiteCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MMM d, yyyy, HH:mm z", Locale.US);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d, yyyy", Locale.US);

    private final ZoneId zone;

    SiteCalendar(ZoneId siteZone) {
        this.zone = siteZone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Such as Central European Time. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, Locale.US);
    }

    public ZonedDateTime at(Instant instant) {
        return instant.atZone(zone);
    }

    public LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Such as June 30, 2016. */
    public String day(Instant instant) {
        return DAY.format(at(instant));
    }

    /** Such as Jun 30, 2016, 12:00 CEST. */
    public String minute(Instant instant) {
        return MINUTE.format(at(instant));
    }

    /** Such as 12:00. */
    public String time(Instant instant) {
        return TIME.format(at(instant));
    }

    /** Such as Thursday, June 30. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** Such as June 26 – July 2, 2016. */
    public static String words(Period period) {
        var from = period.from();
        var to = period.to();
        if (from.equals(to)) {
            return DAY.format(to);
        }
        if (from.getYear() != to.getYear()) {
            return DAY.format(from) + " – " + DAY.format(to);
        }
        return DAY_OF_YEAR.format(from) + " – " + (from.getMonth() == to.getMonth() ? DAY_OF_MONTH : DAY).format(to);
    }
}
