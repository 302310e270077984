package org.vedette.post.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a post is to be published.
 *
 * @param publishAt the time, which becomes its publication date
 * @param isQuiet whether nobody is mailed about it
 * @param reason why it could not be published, for its editor; null unless it failed
 */
public record Schedule(
        Instant publishAt,
        boolean isQuiet,
        State state,
        @Nullable String reason) {

    /** What happens to a schedule. */
    public enum State {
        /** It is published when its time has come. */
        WAITING,
        /** Its time was missed by so much that an editor must decide. */
        LATE,
        /** The post could not be published, which is not tried again. */
        FAILED
    }

    public static Schedule at(Instant publishAt, boolean isQuiet) {
        return new Schedule(publishAt, isQuiet, State.WAITING, null);
    }

    Schedule late() {
        return new Schedule(publishAt, isQuiet, State.LATE, null);
    }

    Schedule failed(String why) {
        return new Schedule(publishAt, isQuiet, State.FAILED, why);
    }
}
