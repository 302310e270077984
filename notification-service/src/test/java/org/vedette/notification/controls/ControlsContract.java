package org.vedette.notification.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.notification.alerts.AlertId;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Controls} must do. */
public abstract class ControlsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final AlertId alert = AlertId.ofPost(UUID.randomUUID());

    protected abstract Controls controls();

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(get(controls().of(alert))).isEqualTo(AlertControl.of(alert));
        assertThat(get(controls().mailSwitch())).isEqualTo(MailSwitch.UNUSED);
    }

    @Test
    void aDecisionComesBackAsItWasStored() {
        var held = AlertControl.of(alert).held("5,000 subscribers", NOW);
        var approved = held.approve("Ada", NOW.plusSeconds(9));
        assertThat(get(controls().store(held, NOW))).isTrue();
        assertThat(get(controls().store(approved, NOW))).isTrue();

        assertThat(get(controls().of(alert))).isEqualTo(approved);
        assertThat(get(controls().of(List.of(alert)).collectList())).containsExactly(approved);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsRefused() {
        var paused = AlertControl.of(alert).pause("Ada", NOW);
        var cancelled = AlertControl.of(alert).cancel("Grace", NOW);
        assertThat(get(controls().store(paused, NOW))).isTrue();
        assertThat(get(controls().store(cancelled, NOW))).isFalse();
        assertThat(get(controls().store(paused.resume("Ada", NOW), NOW))).isTrue();
        assertThat(get(controls().store(paused.cancel("Grace", NOW), NOW))).isFalse();
    }

    @Test
    void whatIsHeldIsInForceAndWhatWasCancelledForAWhile() {
        var paused = AlertControl.of(AlertId.ofPost(UUID.randomUUID())).pause("Ada", NOW);
        var resumed = AlertControl.of(AlertId.ofPost(UUID.randomUUID()))
                .pause("Ada", NOW)
                .resume("Ada", NOW);
        var cancelled = AlertControl.of(alert).cancel("Ada", NOW);
        assertThat(get(controls().store(paused, NOW))).isTrue();
        assertThat(get(controls().store(AlertControl.of(resumed.alert()).pause("Ada", NOW), NOW)))
                .isTrue();
        assertThat(get(controls().store(resumed, NOW))).isTrue();
        assertThat(get(controls().store(cancelled, NOW))).isTrue();

        assertThat(get(controls().inForce(NOW.minusSeconds(1)).collectList()))
                .contains(paused, cancelled)
                .doesNotContain(resumed);
        assertThat(get(controls().inForce(NOW).collectList())).contains(paused).doesNotContain(cancelled);
    }

    @Test
    void theSwitchKeepsWhoTurnedIt() {
        var stopped = MailSwitch.UNUSED.turned(true, "Ada", "a wrong title", NOW);
        var again = stopped.turned(false, "Grace", null, NOW.plusSeconds(60));
        assertThat(get(controls().store(stopped))).isTrue();
        assertThat(get(controls().store(stopped))).isFalse();
        assertThat(get(controls().mailSwitch())).isEqualTo(stopped);
        assertThat(get(controls().store(again))).isTrue();
        assertThat(get(controls().mailSwitch())).isEqualTo(again);
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
