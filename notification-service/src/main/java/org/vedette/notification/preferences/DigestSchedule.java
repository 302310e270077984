package org.vedette.notification.preferences;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When digests are due: once a day, or once a week.
 *
 * @param day the day of the week; null for every day
 * @param hour the hour of the day, 0 to 23
 * @param zone the time zone; null for that of the site
 */
public record DigestSchedule(
        @Nullable DayOfWeek day, int hour, @Nullable ZoneId zone) {

    private static final int LAST_HOUR = 23;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int SHORT_NAME = 3;

    public DigestSchedule {
        if (hour < 0 || hour > LAST_HOUR) {
            throw new IllegalArgumentException("not an hour of the day");
        }
        if (zone != null && !TimeZones.isKnown(zone)) {
            throw new IllegalArgumentException("not the time zone of a city or a region");
        }
    }

    /** One word for it, of lower-case letters, digits and hyphens; equal schedules have the same. */
    public String id() {
        var zoneName =
                zone == null ? "site" : zone.getId().toLowerCase(Locale.ROOT).replaceAll("[/_]", "-");
        var rhythm = day == null ? "daily" : day.name().substring(0, SHORT_NAME).toLowerCase(Locale.ROOT);
        return "%s-%02d-%s".formatted(rhythm, hour, zoneName);
    }

    /**
     * The newest time that is not after now and at which a digest is or was due. An hour that the clocks skip is due when they
     * have skipped it.
     */
    public Instant lastDue(Instant now, ZoneId siteZone) {
        var local = now.atZone(zoneOr(siteZone));
        var today = local.toLocalDate();
        var date = day == null ? today : today.with(TemporalAdjusters.previousOrSame(day));
        var candidate = at(date, local.getZone());
        return candidate.isAfter(now) ? at(date.minusDays(period().toDays()), local.getZone()) : candidate;
    }

    /** How long one digest lasts, give or take the hour of a change of clocks. */
    public Duration period() {
        return Duration.ofDays(day == null ? 1 : DAYS_OF_A_WEEK);
    }

    private ZoneId zoneOr(ZoneId siteZone) {
        return Objects.requireNonNullElse(zone, siteZone);
    }

    private Instant at(java.time.LocalDate date, ZoneId where) {
        return ZonedDateTime.of(date, java.time.LocalTime.of(hour, 0), where).toInstant();
    }
}
