package org.vedette.notification.preferences;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** How often a subscriber wants mail. */
public sealed interface Cadence {

    /** A mail about each post, as soon as it is out. */
    record Immediate() implements Cadence {}

    /** One mail about the posts of a day or a week. */
    record Digest(DigestSchedule schedule) implements Cadence {

        /** The day of a weekly one; null for a daily one. */
        public @Nullable DayOfWeek day() {
            return schedule.day();
        }
    }
}
