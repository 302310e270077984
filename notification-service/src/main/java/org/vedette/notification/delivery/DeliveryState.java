package org.vedette.notification.delivery;

import java.time.Instant;

/** Where a delivery stands. Only {@link Claimed} and {@link Deferred} are left again. */
public sealed interface DeliveryState {

    /** Somebody is at it, and says so again from time to time. */
    record Claimed(String owner, Instant at) implements DeliveryState {}

    /** The mail server took it. */
    record Sent(Instant at, String reply) implements DeliveryState {}

    /** It was not taken, and is to be tried (again). */
    record Deferred(Instant retryAt, String reply) implements DeliveryState {}

    /** The mail server refused it for good, or kept deferring it for too long. */
    record Bounced(Instant at, String reply) implements DeliveryState {}

    /** It must not go out any more. */
    record Suppressed(Instant at, String reason) implements DeliveryState {}

    /** The mail was handed over, but whether it was taken was never said. It is not sent again. */
    record Uncertain(Instant at, String reply) implements DeliveryState {}
}
