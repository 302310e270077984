package org.vedette.gateway.limits;

import java.time.Duration;

/**
 * What became of taking a token from a bucket.
 *
 * @param policy name of the limit
 * @param subject what it counts, in words
 * @param remaining tokens that are left
 * @param untilNext until the next token comes; zero when one was there
 * @param untilFull until the bucket is full
 */
record Consumption(
        String policy,
        String subject,
        Allowance allowance,
        boolean allowed,
        long remaining,
        Duration untilNext,
        Duration untilFull) {

    /** {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10 §3). */
    String policyHeader() {
        return "\"%s\";q=%d;w=%d".formatted(policy, allowance.burst(), allowance.secondsToFill());
    }

    /** {@code RateLimit} (§4 of the same draft). */
    String stateHeader() {
        return "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds(untilFull));
    }

    long retryAfterSeconds() {
        return Math.max(1, seconds(untilNext));
    }

    private static long seconds(Duration duration) {
        return -Math.floorDiv(-duration.toMillis(), 1000L);
    }
}
