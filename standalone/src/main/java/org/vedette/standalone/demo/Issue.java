package org.vedette.standalone.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The dates of a demo post: when it appeared and, in a series, which period it covers.
 *
 * @param posted moment of publication
 * @param period dates covered; empty outside a series
 */
record Issue(ZonedDateTime posted, Optional<Period> period) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(date|iso|month|period|minus (\\d+))}");
    private static final DateTimeFormatter DATE = english("MMMM d, yyyy");
    private static final DateTimeFormatter DAY = english("MMMM d");
    private static final DateTimeFormatter MONTH = english("MMMM");

    /** Both days included. */
    record Period(LocalDate from, LocalDate to) {

        String readable() {
            if (from.getYear() != to.getYear()) {
                return DATE.format(from) + " – " + DATE.format(to);
            }
            var end = from.getMonth() == to.getMonth() ? english("d, yyyy") : DATE;
            return DAY.format(from) + " – " + end.format(to);
        }
    }

    /**
     * Reads the dates of a post relative to a day.
     *
     * @param posted such as {@code TUESDAY 1 09:30}: not the last Tuesday before today but the one before that
     * @param period such as {@code 9 3}: from nine to three days before that
     */
    static Issue of(String posted, Optional<String> period, LocalDate today, ZoneId zone) {
        var parts = posted.split(" ", -1);
        var day = today.with(TemporalAdjusters.previous(DayOfWeek.valueOf(parts[0])))
                .minusWeeks(Long.parseLong(parts[1]));
        return new Issue(day.atTime(LocalTime.parse(parts[2])).atZone(zone), period.map(days -> period(days, day)));
    }

    private static Period period(String days, LocalDate posted) {
        var parts = days.split(" ", -1);
        return new Period(posted.minusDays(Long.parseLong(parts[0])), posted.minusDays(Long.parseLong(parts[1])));
    }

    /** Replaces the placeholders of a text: {@code {date}}, {@code {iso}}, {@code {month}}, {@code {period}}, {@code {minus 3}}. */
    String replacePlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult placeholder) {
        return switch (placeholder.group(1)) {
            case "date" -> DATE.format(posted);
            case "iso" -> posted.toLocalDate().toString();
            case "month" -> MONTH.format(posted);
            case "period" -> period.orElseThrow().readable();
            default -> DAY.format(posted.minusDays(Long.parseLong(placeholder.group(2))));
        };
    }

    Optional<Map<String, String>> periodAsJson() {
        return period.map(dates ->
                Map.of("from", dates.from().toString(), "to", dates.to().toString()));
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
