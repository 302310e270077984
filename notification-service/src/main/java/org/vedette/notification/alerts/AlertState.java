package org.vedette.notification.alerts;

import java.time.Instant;

/** The state of an alert. */
public sealed interface AlertState {

    /** The audience is being read; after a crash it is read again. */
    record Planning() implements AlertState {}

    /** Everybody who wants it is in a mailing. */
    record Planned(long audience, Instant at) implements AlertState {}

    /** The post was too old when its event arrived, so no mail is sent. */
    record TooOld() implements AlertState {}

    /**
     * The post was withdrawn, or is not public any more, so no further mail is sent.
     *
     * @param at when that was so first
     * @param revision the newest one of the post that was so; 0 when an earlier version stored it
     */
    record Withdrawn(long audience, Instant at, long revision) implements AlertState {}
}
