package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How many mails a second something takes, learned from its answers: additive increase with each accepted mail,
 * multiplicative decrease when it is busy. Not limited before it is busy for the first time.
 */
public final class Pace {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();
    private static final double DECREASE = 0.9;
    private static final double INCREASE = 0.02;

    /** So far above the rate at which it was busy, the limit has gone, and the rate grows faster. */
    private static final double BEYOND = 1.1;

    private static final double INCREASE_BEYOND = 0.25;
    private static final double SLOWEST = 0.05;

    /** When so little of the rate was accepted, the limit is much lower. */
    private static final double FAR_BELOW = 0.7;

    /** How far the ceiling drops then at once. */
    private static final double DROP = 0.85;

    private static final double PAUSE_IN_MAILS = 3;
    private static final int MOST_DOUBLINGS = 4;

    /** What is taken for the limit when it is busy before anything was measured. */
    private static final double FIRST_GUESS = 5;

    private static final double FASTEST = 100_000;
    private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** How much of a late timer is caught up. */
    private static final long CATCH_UP = Duration.ofMillis(50).toNanos();

    private final double most;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private final Throughput accepted = new Throughput();

    @GuardedBy("this")
    private double rate;

    @GuardedBy("this")
    private double ceiling;

    @GuardedBy("this")
    private long nextFree;

    @GuardedBy("this")
    private int slowdownsInARow;

    @GuardedBy("this")
    private int epoch;

    /**
     * A pace that nothing has slowed down yet.
     *
     * @param most messages a second at most, or infinity
     * @param nanoTime {@link System#nanoTime}, or that of a test
     */
    public Pace(double most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.rate = most;
        this.ceiling = most;
        this.nextFree = nanoTime.getAsLong();
    }

    /**
     * The time of one mail, reserved for it.
     *
     * @param epoch which slowdown it was given after: it is invalid after the next one
     */
    public record SendTime(long atNanos, int epoch) {}

    /** Reserves the time of the next mail. */
    public synchronized SendTime reserve() {
        var now = nanoTime.getAsLong();
        var at = isLimited() ? Math.max(nextFree, now - CATCH_UP) : Math.max(now, nextFree);
        if (isLimited()) {
            nextFree = at + (long) (NANOS / rate);
        }
        return new SendTime(at, epoch);
    }

    /** Reserves the time of the next mail unless it is further away: a mail that is not sent then would keep it from others. */
    public synchronized Optional<SendTime> reserveWithin(Duration longestWait) {
        return untilNext(nanoTime.getAsLong()).compareTo(longestWait) > 0 ? Optional.empty() : Optional.of(reserve());
    }

    /** Whether the pace is still the one the slot was reserved at. */
    public synchronized boolean holds(SendTime slot) {
        return slot.epoch() == epoch;
    }

    /** How long until the next slot. */
    public synchronized Duration untilNext(long nowNanos) {
        return Duration.ofNanos(Math.max(0, nextFree - nowNanos));
    }

    /** Messages a second, or infinity. */
    public synchronized double rate() {
        return rate;
    }

    synchronized void accepted() {
        accepted.add(nanoTime.getAsLong());
        slowdownsInARow = 0;
        if (isLimited()) {
            var step = rate < ceiling * BEYOND ? ceiling * INCREASE : rate * INCREASE_BEYOND;
            rate = Math.min(most, rate + step / rate);
            if (rate > FASTEST) {
                rate = most;
            }
        }
    }

    /**
     * Slows down. Mails that were on their way before the last slowdown say nothing about the pace since.
     *
     * @param slot of the mail that met a busy server
     */
    synchronized void busy(SendTime slot) {
        if (!holds(slot)) {
            return;
        }
        var now = nanoTime.getAsLong();
        var measured = accepted.lastSecond(now);
        var pause = pause();
        if (isLimited()) {
            ceiling = measured < rate * FAR_BELOW ? Math.max(measured, rate * DROP) : rate;
        } else {
            ceiling = Math.max(measured, FIRST_GUESS);
        }
        rate = Math.max(SLOWEST, ceiling * DECREASE);
        nextFree = now + pause;
        slowdownsInARow++;
        epoch++;
    }

    /** Forgets what was learned, because the reason has gone. */
    synchronized void reset() {
        rate = most;
        ceiling = most;
        nextFree = nanoTime.getAsLong();
        slowdownsInARow = 0;
        epoch++;
    }

    @GuardedBy("this")
    private boolean isLimited() {
        return rate < FASTEST;
    }

    /** Until there is room again: for some mails, or longer when the last pause was too short. */
    @GuardedBy("this")
    private long pause() {
        if (slowdownsInARow > 0) {
            return Math.min(LONGEST_PAUSE, SECOND << Math.min(slowdownsInARow - 1, MOST_DOUBLINGS));
        }
        return isLimited() ? (long) Math.min(NANOS, PAUSE_IN_MAILS * NANOS / rate) : SECOND;
    }
}
