package org.vedette.feed.entries.updates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When this instance last heard from the broker, and how old what it serves may be. */
public final class BrokerContact {

    private final Clock clock;
    private final Instant startedAt;
    private final AtomicReference<@Nullable Instant> heardAt = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> currentAt = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> changedAt = new AtomicReference<>();

    private final AtomicLong outstanding = new AtomicLong();

    public BrokerContact(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /**
     * The broker answered.
     *
     * @param outstanding news it has that is not taken over yet
     */
    public void heard(long outstanding) {
        var now = clock.instant();
        heardAt.set(now);
        this.outstanding.set(outstanding);
        if (outstanding <= 0) {
            currentAt.set(now);
        }
    }

    /** News of that time was taken over. */
    public void tookOver(Instant announcedAt) {
        var now = clock.instant();
        changedAt.set(now);
        currentAt.accumulateAndGet(announcedAt.isAfter(now) ? now : announcedAt, BrokerContact::later);
    }

    /** News that was not taken over yet when the broker was last heard. */
    public long outstanding() {
        return outstanding.get();
    }

    /** Since the broker last answered, or since the start. */
    public Duration silence() {
        return since(heardAt.get());
    }

    /** Since nothing was known to be missing here, or since the start. */
    public Duration age() {
        return since(currentAt.get());
    }

    /** Since the last change; empty while there was none. */
    public Optional<Duration> sinceChange() {
        return Optional.ofNullable(changedAt.get()).map(this::since);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private Duration since(@Nullable Instant instant) {
        return Duration.between(instant == null ? startedAt : instant, clock.instant());
    }
}
