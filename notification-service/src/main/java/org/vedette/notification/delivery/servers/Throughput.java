package org.vedette.notification.delivery.servers;

import java.time.Duration;
import org.vedette.starter.ThreadConfined;

/** Counts what happened within the last second, in tenths. */
@ThreadConfined("the holder of the lock of its owner")
final class Throughput {

    private static final int BUCKETS = 10;
    private static final long BUCKET = Duration.ofSeconds(1).toNanos() / BUCKETS;

    private final long[] counts = new long[BUCKETS];
    private long newest = Long.MIN_VALUE;

    void add(long nanos) {
        advance(nanos);
        counts[index(newest)]++;
    }

    double lastSecond(long nanos) {
        advance(nanos);
        var sum = 0L;
        for (var count : counts) {
            sum += count;
        }
        return sum;
    }

    private void advance(long nanos) {
        var current = Math.floorDiv(nanos, BUCKET);
        var oldestToClear = Math.max(newest + 1, current - BUCKETS + 1);
        for (var bucket = newest == Long.MIN_VALUE ? current - BUCKETS + 1 : oldestToClear;
                bucket <= current;
                bucket++) {
            counts[index(bucket)] = 0;
        }
        newest = Math.max(newest, current);
    }

    private static int index(long bucket) {
        return (int) Math.floorMod(bucket, (long) BUCKETS);
    }
}
