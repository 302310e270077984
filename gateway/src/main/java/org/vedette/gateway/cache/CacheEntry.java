package org.vedette.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import org.vedette.gateway.forwarding.UpstreamClient;

/**
 * A stored response.
 *
 * @param origin the service it came from
 * @param validatedAt when the service last sent or confirmed it
 * @param checkedAt when the service was last asked about it
 * @param originFailed whether the service did not respond then
 */
record CacheEntry(
        Representation representation,
        UpstreamClient origin,
        Instant validatedAt,
        Instant checkedAt,
        boolean originFailed) {

    /** A response that has just come. */
    static CacheEntry of(Representation representation, UpstreamClient origin, Instant now) {
        return new CacheEntry(representation, origin, now, now, false);
    }

    /** The service has confirmed it. */
    CacheEntry validated(Instant now) {
        return new CacheEntry(representation, origin, now, now, false);
    }

    /** The service has an older state to show, so nothing is known about what holds now. */
    CacheEntry unconfirmed(Instant now) {
        return new CacheEntry(representation, origin, validatedAt, now, false);
    }

    /** The service has not answered. */
    CacheEntry failed(Instant now) {
        return new CacheEntry(representation, origin, validatedAt, now, true);
    }

    Duration age(Instant now) {
        return Duration.between(validatedAt, now);
    }

    Duration sinceCheck(Instant now) {
        return Duration.between(checkedAt, now);
    }
}
