package org.vedette.notification.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryScheduleTests {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void thePauseDoublesUpToTheLongest() {
        var schedule = schedule(0.5);

        assertThat(schedule.next(1, NOW)).isEqualTo(NOW.plusSeconds(5));
        assertThat(schedule.next(2, NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(schedule.next(10, NOW)).isEqualTo(NOW.plusSeconds(2_560));
        assertThat(schedule.next(11, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.next(1_000, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void receiversThatFailedTogetherAreNotAskedTogether() {
        assertThat(schedule(0).next(1, NOW)).isEqualTo(NOW.plusSeconds(4));
        assertThat(schedule(1).next(1, NOW)).isEqualTo(NOW.plusSeconds(6));
    }

    private static RetrySchedule schedule(double random) {
        return new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(3), () -> random);
    }
}
