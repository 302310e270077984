package org.vedette.notification.alerts;

import java.time.Instant;

/** How far an alert has come. */
public sealed interface AlertState {

    /** The audience is being read; after a crash it is read again. */
    record Planning() implements AlertState {}

    /** Everybody who was subscribed is in a mailing. */
    record Planned(long audience, Instant at) implements AlertState {}

    /** The post was too old to be news when it was announced, so nobody is told. */
    record TooOld() implements AlertState {}

    /** The post is gone, so nobody else is told. */
    record Withdrawn(long audience, Instant at) implements AlertState {}
}
