package org.vedette.gateway.states;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.vedette.starter.http.ServedState;

/**
 * The newest state that any instance of one service has answered from (see {@link
 * org.vedette.starter.http.ServedState}), by which an instance is recognized that lags behind.
 */
public final class NewestState {

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
            return other >= state || isForgotten(now) ? new Seen(other, now) : this;
        }

        boolean isForgotten(Instant now) {
            return at.plus(MEMORY).isBefore(now);
        }
    }

    NewestState(Instant now) {
        this.newest = new AtomicReference<>(new Seen(0, now));
    }

    /** Whether a response from a state is not older than others have been. */
    public boolean isCurrent(long state, Instant now) {
        if (state == ServedState.UNKNOWN) {
            return true;
        }
        var after = Objects.requireNonNull(newest.updateAndGet(seen -> seen.and(state, now)));
        return state >= after.state();
    }

    /** Records the state that an instance has. */
    public void record(long state, Instant now) {
        var unused = isCurrent(state, now);
    }

    /** The state that a response must have at least; {@link ServedState#UNKNOWN} when none is known. */
    public long required(Instant now) {
        var seen = Objects.requireNonNull(newest.get());
        return seen.state() == 0 || seen.isForgotten(now) ? ServedState.UNKNOWN : seen.state();
    }
}
