package org.vedette.notification.alerts;

import java.time.Duration;
import java.time.Instant;

/** The message that a post was published. */
public record Alert(AlertId id, AlertedPost post, Instant createdAt, AlertState state) {

    /**
     * An alert that is to be planned, or that comes too late for that.
     *
     * @param newsFor how long after its publication a post is worth telling
     */
    static Alert about(AlertedPost post, Instant now, Duration newsFor) {
        var stale = post.publishedAt().plus(newsFor).isBefore(now);
        return new Alert(
                AlertId.ofPost(post.id()), post, now, stale ? new AlertState.TooOld() : new AlertState.Planning());
    }

    /** Whether somebody may still be told. */
    public boolean isNews() {
        return state instanceof AlertState.Planning || state instanceof AlertState.Planned;
    }

    /** How many were subscribed when it was planned; 0 until then. */
    public long audience() {
        if (state instanceof AlertState.Planned planned) {
            return planned.audience();
        }
        return state instanceof AlertState.Withdrawn withdrawn ? withdrawn.audience() : 0;
    }

    Alert planned(long audience, Instant now) {
        return new Alert(id, post, createdAt, new AlertState.Planned(audience, now));
    }

    Alert withdrawn(Instant now) {
        return new Alert(id, post, createdAt, new AlertState.Withdrawn(audience(), now));
    }
}
