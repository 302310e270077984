package org.vedette.benchmarks.suite;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long things took, from the quickest to the slowest. */
public record Latencies(List<Duration> ascending) {

    /**
     * Puts durations in order.
     *
     * @throws IllegalArgumentException when nothing was measured
     */
    public static Latencies of(Collection<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Latencies(durations.stream().sorted().toList());
    }

    /** The duration that the given percentage took no longer than, in milliseconds. */
    public double percentile(double percentage) {
        var rank = (int) Math.ceil(ascending.size() * percentage / 100);
        return ascending.get(Math.max(0, rank - 1)).toNanos() / 1e6;
    }

    public double median() {
        return percentile(50);
    }
}
