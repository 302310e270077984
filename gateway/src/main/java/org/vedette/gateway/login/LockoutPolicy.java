package org.vedette.gateway.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How long attempts are refused after failures: not at all for the first few, then twice as long after each.
 *
 * @param free failures that cost nothing
 * @param shortest the first wait
 * @param longest the wait that is not exceeded
 */
record LockoutPolicy(int free, Duration shortest, Duration longest) {

    /** After so long without a failure, the count starts again. */
    static final Duration MEMORY = Duration.ofDays(1);

    static final LockoutPolicy OF_ACCOUNT = new LockoutPolicy(5, Duration.ofSeconds(15), Duration.ofMinutes(15));

    /** Many people can share an address. */
    static final LockoutPolicy OF_CLIENT = new LockoutPolicy(30, Duration.ofSeconds(15), Duration.ofMinutes(15));

    /** Zero or negative when an attempt is allowed. */
    Duration remaining(AttemptCount count, Instant now) {
        return count.failures() < free
                ? Duration.ZERO
                : Duration.between(now, count.lastAt().plus(waitAfter(count.failures())));
    }

    /** The count before its last attempt, which was allowed: so is another one now. */
    AttemptCount withoutLast(AttemptCount count) {
        var failures = Math.max(0, count.failures() - 1);
        return new AttemptCount(
                failures, failures < free ? count.lastAt() : count.lastAt().minus(waitAfter(failures)));
    }

    private Duration waitAfter(int failures) {
        var doublings = Math.min(failures - free, 20);
        var wait = shortest.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    static boolean isForgotten(AttemptCount count, Instant now) {
        return count.lastAt().plus(MEMORY).isBefore(now);
    }
}
