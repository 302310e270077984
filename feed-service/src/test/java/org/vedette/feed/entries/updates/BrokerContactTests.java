package org.vedette.feed.entries.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BrokerContactTests {

    private static final Instant START = Instant.parse("2026-11-02T09:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final BrokerContact contact = new BrokerContact(clock);

    @Test
    void beforeTheFirstWordItCountsFromTheStart() {
        pass(5);

        assertThat(contact.silence()).hasSeconds(5);
        assertThat(contact.age()).hasSeconds(5);
        assertThat(contact.sinceChange()).isEmpty();
    }

    @Test
    void whoIsToldThatNothingIsMissingIsUpToDate() {
        pass(5);

        contact.heard(0);
        pass(2);

        assertThat(contact.silence()).hasSeconds(2);
        assertThat(contact.age()).hasSeconds(2);
    }

    @Test
    void aBrokerThatIsHeardMayBeAhead() {
        contact.heard(0);
        pass(3);

        contact.heard(7);

        assertThat(contact.silence()).isZero();
        assertThat(contact.age()).hasSeconds(3);
        assertThat(contact.outstanding()).isEqualTo(7);
    }

    @Test
    void newsMakesAnInstanceAsYoungAsTheNewsIs() {
        pass(30);

        contact.tookOver(START.plusSeconds(29));

        assertThat(contact.age()).hasSeconds(1);
        assertThat(contact.sinceChange()).contains(Duration.ZERO);
    }

    @Test
    void newsFromAClockThatIsAheadIsFromNow() {
        contact.tookOver(START.plusSeconds(60));
        pass(4);

        assertThat(contact.age()).hasSeconds(4);
    }

    private void pass(long seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }
}
