package org.vedette.notification.digests;

import java.time.Instant;
import org.vedette.notification.preferences.DigestSchedule;

/**
 * A schedule that somebody gets digests by, and how far it has come.
 *
 * @param toldBefore when the digest before the newest one was due; equals {@code toldUntil} before the first one
 * @param toldUntil when the newest digest was due
 */
public record KeptSchedule(DigestSchedule schedule, Instant toldBefore, Instant toldUntil) {

    /** Whether a digest was due since the schedule is kept. */
    boolean hasRun() {
        return toldBefore.isBefore(toldUntil);
    }

    KeptSchedule advancedTo(Instant due) {
        return new KeptSchedule(schedule, toldUntil, due);
    }
}
