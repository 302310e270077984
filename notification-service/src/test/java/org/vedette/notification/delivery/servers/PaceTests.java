package org.vedette.notification.delivery.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pace against simulated mail servers, in simulated time. */
class PaceTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private long now;
    private final Pace pace = new Pace(UNLIMITED, () -> now);

    /** What a simulated server allows. */
    private interface Limit {
        boolean allows(long nanos);
    }

    /** The result of a simulation. */
    private record Result(double seconds, int refusals) {}

    @ParameterizedTest
    @MethodSource("limits")
    void twoThousandMailsToAServerThatAllowsFourteenASecondTakeLittleLongerAndAreHardlyRefused(Limit limit) {
        var result = send(2_000, 16, limit);

        assertThat(result.seconds()).as("seconds").isLessThan(1.2 * 143);
        assertThat(result.refusals()).as("refusals").isLessThan(100);
    }

    static Stream<Limit> limits() {
        return Stream.of(new Window(14), new Bucket(14, 14), new Bucket(14, 1), new Bucket(14, 100));
    }

    @Test
    void aServerThatAllowsMoreAgainGetsMore() {
        send(200, 16, new Window(10));
        var slow = pace.rate();

        send(3_000, 16, new Window(1_000));

        assertThat(pace.rate()).isGreaterThan(20 * slow);
    }

    @Test
    void aServerThatAllowsMuchLessGetsMuchLess() {
        send(2_000, 16, new Window(200));

        var result = send(100, 16, new Window(5));

        assertThat(result.seconds()).isLessThan(40);
        assertThat(result.refusals()).isLessThan(20);
    }

    @Test
    void aServerThatIsNeverBusyIsNotSlowedDown() {
        assertThat(send(10_000, 16, nanos -> true).seconds()).isLessThan(20);
        assertThat(pace.rate()).isInfinite();
    }

    @Test
    void mailsThatWaitTooLongTakeNoTurnsFromTheOthers() {
        var slow = new Pace(10, () -> now);
        var waiting = 1_000;
        for (var second = 0; second < 100; second++) {
            var offered = waiting;
            for (var mail = 0; mail < offered; mail++) {
                waiting -= slow.reserveWithin(Duration.ofSeconds(2)).isPresent() ? 1 : 0;
            }
            now += SECOND;
        }

        assertThat(waiting).isZero();
    }

    @Test
    void mailsThatWereOnTheirWaySlowItDownOnce() {
        var slots = Stream.generate(pace::reserve).limit(4).toList();

        slots.forEach(pace::busy);
        var once = pace.rate();
        pace.busy(pace.reserve());

        assertThat(once).isEqualTo(4.5);
        assertThat(pace.rate()).isLessThan(once);
    }

    @Test
    void aRateThatIsSetIsKept() {
        var set = new Pace(50, () -> now);
        var last = 0L;
        for (var i = 0; i < 500; i++) {
            last = set.reserve().atNanos();
            now = last;
            set.accepted();
        }

        assertThat(last / (double) SECOND).isBetween(9.5, 10.5);
    }

    @Test
    void aSlotOfTheTimeBeforeASlowdownDoesNotHold() {
        var slot = pace.reserve();

        pace.busy(slot);

        assertThat(pace.holds(slot)).isFalse();
        assertThat(pace.holds(pace.reserve())).isTrue();
    }

    /** Sends with some mails waiting at a time; a refused mail is offered again. */
    @CanIgnoreReturnValue
    private Result send(int mails, int concurrency, Limit limit) {
        var start = now;
        var answerTime = Duration.ofMillis(5).toNanos();
        var waiting = new PriorityQueue<Pace.SendTime>((one, other) -> Long.compare(one.atNanos(), other.atNanos()));
        var left = mails;
        var refusals = 0;
        while (left > 0) {
            while (waiting.size() < Math.min(concurrency, left)) {
                waiting.add(pace.reserve());
            }
            var next = waiting.remove();
            now = Math.max(now, next.atNanos());
            if (pace.holds(next)) {
                now += pace.rate() == UNLIMITED ? answerTime / 4 : 0;
                if (limit.allows(now)) {
                    left--;
                    pace.accepted();
                } else {
                    refusals++;
                    pace.busy(next);
                }
            }
        }
        return new Result((now - start) / (double) SECOND, refusals);
    }

    /** So many in each second of the clock. */
    private static final class Window implements Limit {

        private final int perSecond;
        private long second = -1;
        private int used;

        Window(int perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public boolean allows(long nanos) {
            if (nanos / SECOND != second) {
                second = nanos / SECOND;
                used = 0;
            }
            return used < perSecond && ++used > 0;
        }
    }

    /** A bucket that is filled at a rate. */
    private static final class Bucket implements Limit {

        private final double perSecond;
        private final double size;
        private double tokens;
        private long last;

        Bucket(double perSecond, double size) {
            this.perSecond = perSecond;
            this.size = size;
            this.tokens = size;
        }

        @Override
        public boolean allows(long nanos) {
            tokens = Math.min(size, tokens + (nanos - last) * perSecond / SECOND);
            last = nanos;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
