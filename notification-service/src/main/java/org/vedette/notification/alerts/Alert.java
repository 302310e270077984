package org.vedette.notification.alerts;

import java.time.Duration;
import java.time.Instant;

/**
 * A message to subscribers about a post.
 *
 * @param createdAt when the alert was opened
 * @param occasion why they are mailed
 */
public record Alert(AlertId id, AlertedPost post, Instant createdAt, AlertState state, Occasion occasion) {

    /** A message to all who want it that a post was published. */
    public Alert(AlertId id, AlertedPost post, Instant createdAt, AlertState state) {
        this(id, post, createdAt, state, new Occasion.Publication());
    }

    /**
     * A new alert, which is to be planned unless the post is too old.
     *
     * @param maxPostAge how long after its publication a post still gets an alert
     */
    static Alert about(AlertedPost post, Instant now, Duration maxPostAge) {
        var tooOld = post.publishedAt().plus(maxPostAge).isBefore(now);
        return new Alert(
                AlertId.ofPost(post.id()), post, now, tooOld ? new AlertState.TooOld() : new AlertState.Planning());
    }

    /** Whether mails about it may still be sent. An earlier version opened alerts about posts of every label. */
    public boolean isDeliverable() {
        return post.isPublic() && isOpen();
    }

    /** Whether it was not withdrawn and is not too old. */
    boolean isOpen() {
        return state instanceof AlertState.Planning || state instanceof AlertState.Planned;
    }

    /** The number of those who wanted it when it was planned; 0 until then. */
    public long audience() {
        if (state instanceof AlertState.Planned planned) {
            return planned.audience();
        }
        return state instanceof AlertState.Withdrawn withdrawn ? withdrawn.audience() : 0;
    }

    /** The same after its audience was read. */
    public Alert planned(long audience, Instant now) {
        return new Alert(id, post, createdAt, new AlertState.Planned(audience, now), occasion);
    }

    /** Whether a revision that hides the post is news to it. */
    boolean isWithdrawnBy(long revision) {
        return isOpen() || (state instanceof AlertState.Withdrawn withdrawn && withdrawn.revision() < revision);
    }

    /** The same after a revision hid the post. */
    Alert withdrawn(long revision, Instant now) {
        var since = state instanceof AlertState.Withdrawn withdrawn ? withdrawn.at() : now;
        return new Alert(id, post, createdAt, new AlertState.Withdrawn(audience(), since, revision), occasion);
    }

    /** Whether the post was hidden after a correction of it was planned. The post may be public again. */
    public boolean isHiddenSince(Alert correction) {
        if (!(state instanceof AlertState.Withdrawn withdrawn)) {
            return false;
        }
        return withdrawn.revision() == 0
                ? !withdrawn.at().isBefore(correction.createdAt())
                : withdrawn.revision() > correction.id().revision();
    }
}
