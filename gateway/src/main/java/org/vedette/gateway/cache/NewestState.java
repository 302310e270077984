package org.vedette.gateway.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The newest state that any instance of one service has answered from (see {@link
 * org.vedette.starter.http.ServedState}), by which an instance is recognized that lags behind.
 */
final class NewestState {

    /** A response does not say from which state it is: it is not judged. */
    static final long UNKNOWN = -1;

    /** When no instance has had the newest state for so long, the states of the service have started again. */
    static final Duration MEMORY = Duration.ofMinutes(1);

    private final AtomicReference<Seen> newest;

    /**
     * The newest state.
     *
     * @param at when it was last answered from
     */
    private record Seen(long state, Instant at) {

        Seen and(long other, Instant now) {
            return other >= state || at.plus(MEMORY).isBefore(now) ? new Seen(other, now) : this;
        }
    }

    NewestState(Instant now) {
        this.newest = new AtomicReference<>(new Seen(0, now));
    }

    /** Whether a response from a state is not older than others have been. */
    boolean isCurrent(long state, Instant now) {
        if (state == UNKNOWN) {
            return true;
        }
        var after = Objects.requireNonNull(newest.updateAndGet(seen -> seen.and(state, now)));
        return state >= after.state();
    }
}
