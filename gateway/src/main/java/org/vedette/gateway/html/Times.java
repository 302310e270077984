package org.vedette.gateway.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people who sign in read them, in UTC: what happened is compared with logs. */
public final class Times {

    private static final DateTimeFormatter DAY = format("d MMM yyyy");
    private static final DateTimeFormatter MINUTES = format("d MMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter SECONDS = format("d MMM yyyy, HH:mm:ss 'UTC'");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    public static String minutes(Instant instant) {
        return MINUTES.format(instant);
    }

    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }
}
