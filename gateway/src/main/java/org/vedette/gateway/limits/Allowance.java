package org.vedette.gateway.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many requests are allowed: a token bucket that is full at first and filled evenly.
 *
 * @param burst tokens in a full bucket
 * @param requests tokens that are added in each period
 */
record Allowance(int burst, int requests, Duration per) {

    Bucket bucket(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(requests, per))
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * The same allowance, when there can be such a bucket.
     *
     * @throws IllegalArgumentException when more than one token would be added in a nanosecond
     */
    Allowance checked(TimeMeter time) {
        var unused = bucket(time);
        return this;
    }

    /** How long an empty bucket takes to be full, in whole seconds. */
    long secondsToFill() {
        return Math.max(1, -Math.floorDiv(-per.toMillis() * burst, requests * 1000L));
    }

    /** The rate in words, as in "10 in a second". */
    String inWords() {
        return per.equals(Duration.ofSeconds(1))
                ? requests + " a second"
                : per.equals(Duration.ofMinutes(1))
                        ? requests + " a minute"
                        : requests + " in " + per.toSeconds() + " s";
    }
}
