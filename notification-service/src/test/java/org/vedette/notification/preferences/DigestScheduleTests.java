package org.vedette.notification.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestScheduleTests {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T07:00:00Z, 2026-11-30T07:00:00Z",
        "2026-11-30T06:59:59Z, 2026-11-29T07:00:00Z",
        "2026-11-30T23:59:59Z, 2026-11-30T07:00:00Z",
    })
    void aDailyDigestIsDueAtItsHour(Instant now, Instant due) {
        assertThat(new DigestSchedule(null, 7, null).lastDue(now, UTC)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T07:00:00Z, 2026-11-30T07:00:00Z",
        "2026-11-30T06:59:59Z, 2026-11-23T07:00:00Z",
        "2026-12-06T23:00:00Z, 2026-11-30T07:00:00Z",
    })
    void aWeeklyDigestIsDueOnItsDay(Instant now, Instant due) {
        assertThat(new DigestSchedule(DayOfWeek.MONDAY, 7, null).lastDue(now, UTC))
                .isEqualTo(due);
    }

    @Test
    void theHourIsThatOfItsZone() {
        var schedule = new DigestSchedule(null, 7, ZoneId.of("Asia/Kolkata"));

        assertThat(schedule.lastDue(Instant.parse("2026-11-30T02:00:00Z"), UTC))
                .isEqualTo(Instant.parse("2026-11-30T01:30:00Z"));
    }

    @Test
    void withoutAZoneItIsThatOfTheSite() {
        assertThat(new DigestSchedule(null, 7, null)
                        .lastDue(Instant.parse("2026-11-30T12:00:00Z"), ZoneId.of("Europe/Vienna")))
                .isEqualTo(Instant.parse("2026-11-30T06:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go from 2:00 to 3:00: the hour that does not exist is the one after it.
        "2026-03-29T00:59:00Z, 2026-03-28T01:00:00Z",
        "2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        // They go from 3:00 back to 2:00: the hour that exists twice counts once.
        "2026-10-25T00:00:00Z, 2026-10-25T00:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-25T00:00:00Z",
    })
    void aChangeOfClocksMakesOneDigest(Instant now, Instant due) {
        assertThat(new DigestSchedule(null, 2, ZoneId.of("Europe/Vienna")).lastDue(now, UTC))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        ", 7, , daily-07-site",
        "MONDAY, 16, Europe/Vienna, mon-16-europe-vienna",
        "SUNDAY, 0, America/Argentina/Buenos_Aires, sun-00-america-argentina-buenos-aires",
    })
    void itsIdIsOneWord(@Nullable DayOfWeek day, int hour, @Nullable ZoneId zone, String id) {
        assertThat(new DigestSchedule(day, hour, zone).id()).isEqualTo(id);
    }

    @Test
    void noTwoZonesHaveTheSameId() {
        assertThat(TimeZones.names().stream().map(name -> new DigestSchedule(null, 7, ZoneId.of(name)).id()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]{1,46}"));
    }

    @Test
    void anOffsetIsNoZoneOfAPlace() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DigestSchedule(null, 7, ZoneId.of("+02:00")));
        assertThat(TimeZones.of("Etc/GMT+5")).isEmpty();
        assertThat(TimeZones.of("Europe/Nowhere")).isEmpty();
        assertThat(TimeZones.of("Europe/Vienna")).contains(ZoneId.of("Europe/Vienna"));
    }
}
