package org.vedette.notification.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an alert or a digest is. */
public enum Status {
    /** Its audience is being read. */
    PLANNING,
    /** The post was too old when this service first heard of it. */
    TOO_OLD,
    /** The post was withdrawn, or is not public any more. */
    WITHDRAWN,
    /** A digest without news. */
    EMPTY,
    /** It is so large that somebody has to approve it. */
    WAITING,
    /** Somebody holds it. */
    PAUSED,
    /** Somebody has ended it. */
    CANCELLED,
    /** Mails are being sent, or will be sent again. */
    SENDING,
    /** An operator has to say what became of some mails. */
    UNCERTAIN,
    /** Nobody got a mail. */
    FAILED,
    /** Nothing is left to do. */
    DONE;

    /** As in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status that a word of the API stands for. */
    public static Optional<Status> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }

    /** Whether nothing of it may be sent any more, whatever operators want. */
    public boolean isEnded() {
        return this == TOO_OLD || this == WITHDRAWN || this == EMPTY;
    }
}
