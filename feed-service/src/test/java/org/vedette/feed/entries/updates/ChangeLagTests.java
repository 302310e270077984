package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChangeLagTests {

    private static final Instant START = Instant.parse("2026-11-02T09:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final ChangeLag lag = new ChangeLag(clock);

    @Test
    void beforeTheFirstAnswerItCountsFromTheStart() {
        pass(5);

        assertThat(lag.sinceResponse()).hasSeconds(5);
        assertThat(lag.age()).hasSeconds(5);
        assertThat(lag.sinceChange()).isEmpty();
    }

    @Test
    void anInstanceThatMissesNothingIsUpToDate() {
        pass(5);

        lag.recordResponse(0);
        pass(2);

        assertThat(lag.sinceResponse()).hasSeconds(2);
        assertThat(lag.age()).hasSeconds(2);
    }

    @Test
    void aBrokerThatAnswersMayBeAhead() {
        lag.recordResponse(0);
        pass(3);

        lag.recordResponse(7);

        assertThat(lag.sinceResponse()).isZero();
        assertThat(lag.age()).hasSeconds(3);
        assertThat(lag.outstanding()).isEqualTo(7);
    }

    @Test
    void aChangeMakesTheInstanceAsOldAsTheChange() {
        pass(30);

        lag.recordApplied(START.plusSeconds(29));

        assertThat(lag.age()).hasSeconds(1);
        assertThat(lag.sinceChange()).contains(Duration.ZERO);
    }

    @Test
    void aChangeFromAClockThatIsAheadIsFromNow() {
        lag.recordApplied(START.plusSeconds(60));
        pass(4);

        assertThat(lag.age()).hasSeconds(4);
    }

    private void pass(long seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }
}
