package org.vedette.notification.webhooks.transport;

import java.util.Locale;

/** What came of an attempt. */
public enum AttemptOutcome {
    /** The receiver answered with a status from 200 to 299. */
    DELIVERED,
    /** The receiver answered with another status. */
    REFUSED,
    /** The receiver wants to be asked later (429, 503). */
    BUSY,
    /** The receiver does not want anything any more (410). */
    GONE,
    /** There was no answer in time. */
    TIMED_OUT,
    /** The connection failed, or broke before an answer. */
    BROKEN,
    /** The address of the receiver is none that may be sent to. */
    BLOCKED;

    /** Name in the API and of the metric. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
