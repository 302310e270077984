package org.vedette.post.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where time and identities come from.
 *
 * @param ids gives time-ordered UUIDs, a new one every time
 */
public record Stamps(Clock clock, Supplier<UUID> ids) {

    /** Now, in milliseconds: the store keeps no more. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID nextId() {
        return ids.get();
    }
}
