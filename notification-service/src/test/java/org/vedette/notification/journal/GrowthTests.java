package org.vedette.notification.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;

class GrowthTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    private final MutableClock clock = new MutableClock();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Growth growth = new Growth(journal, clock);

    @Test
    void aWeekIsFromMondayToSunday() {
        record(Change.CONFIRMED, 3, MONDAY.minusMillis(1));
        record(Change.CONFIRMED, 5, MONDAY);
        record(Change.IMPORTED, 100, MONDAY.plus(Duration.ofDays(3)));
        record(Change.LEFT, 2, MONDAY.plus(Duration.ofDays(7)).minusMillis(1));
        record(Change.SUPPRESSED, 1, MONDAY.plus(Duration.ofDays(2)));
        clock.advance(Duration.between(clock.instant(), MONDAY.plus(Duration.ofDays(6))));

        assertThat(weeks(10))
                .containsExactly(
                        new Week(
                                LocalDate.parse("2026-11-23"),
                                Map.of(
                                        Change.CONFIRMED, 5L,
                                        Change.IMPORTED, 100L,
                                        Change.LEFT, 2L,
                                        Change.SUPPRESSED, 1L)),
                        new Week(LocalDate.parse("2026-11-16"), Map.of(Change.CONFIRMED, 3L)));
        assertThat(weeks(10).get(0).net()).isEqualTo(102);
    }

    @Test
    void weeksWithoutAChangeAreThereAndWeeksBeforeTheFirstAreNot() {
        record(Change.CONFIRMED, 1, MONDAY);
        clock.advance(Duration.between(clock.instant(), MONDAY.plus(Duration.ofDays(16))));

        assertThat(weeks(10)).extracting(Week::net).containsExactly(0L, 0L, 1L);
        assertThat(weeks(2)).extracting(Week::net).containsExactly(0L, 0L);
    }

    @Test
    void beforeAnythingIsCountedThereIsNoWeek() {
        assertThat(weeks(10)).isEmpty();
    }

    private void record(Change change, long count, Instant at) {
        journal.record(change, count, null, at).block(TIMEOUT);
    }

    private List<Week> weeks(int number) {
        return growth.weeks(number).blockOptional(TIMEOUT).orElseThrow();
    }
}
