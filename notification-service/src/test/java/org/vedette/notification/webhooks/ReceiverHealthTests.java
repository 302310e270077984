package org.vedette.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiverHealthTests {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void aReceiverThatFailsAgainAndAgainIsAskedOnceAMinuteAtMost() {
        var twice = failed(ReceiverHealth.UNTRIED, 2);

        assertThat(twice.isFailing()).isFalse();
        assertThat(twice.isPaused(NOW)).isFalse();
        assertThat(failed(twice, 1).pausedUntil()).isEqualTo(NOW.plusSeconds(5));
        assertThat(failed(twice, 2).pausedUntil()).isEqualTo(NOW.plusSeconds(10));
        assertThat(failed(twice, 200).pausedUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(failed(twice, 200).failingSince()).isEqualTo(NOW);
    }

    @Test
    void whatFailsForOneMessagePausesNothing() {
        var health = ReceiverHealth.UNTRIED;
        for (var i = 0; i < 10; i++) {
            health = health.failed(NOW, false, null);
        }

        assertThat(health.isPaused(NOW)).isFalse();
    }

    @Test
    void aReceiverIsLeftAloneAsLongAsItWants() {
        var health = ReceiverHealth.UNTRIED.failed(NOW, true, Duration.ofMinutes(90));

        assertThat(health.isPaused(NOW.plus(Duration.ofMinutes(89)))).isTrue();
        assertThat(health.isPaused(NOW.plus(Duration.ofMinutes(90)))).isFalse();
    }

    @Test
    void aSuccessEndsAllOfIt() {
        var later = NOW.plusSeconds(60);

        var health = failed(ReceiverHealth.UNTRIED, 20).succeeded(later);

        assertThat(health).isEqualTo(new ReceiverHealth(0, null, null, later));
    }

    @Test
    void daysOfFailuresCountFromTheFirstOne() {
        var health = failed(ReceiverHealth.UNTRIED, 20);

        assertThat(health.isFailingFor(
                        Duration.ofDays(5), NOW.plus(Duration.ofDays(5)).minusMillis(1)))
                .isFalse();
        assertThat(health.isFailingFor(Duration.ofDays(5), NOW.plus(Duration.ofDays(5))))
                .isTrue();
    }

    private static ReceiverHealth failed(ReceiverHealth health, int times) {
        var failed = health;
        for (var i = 0; i < times; i++) {
            failed = failed.failed(NOW, true, null);
        }
        return failed;
    }
}
