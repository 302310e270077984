package org.vedette.notification.delivery;

import java.time.Instant;

/** The state of a delivery. All but {@link Claimed} and {@link Deferred} are final. */
public sealed interface DeliveryState {

    /** A process works on it. {@code at} is when the claim was made or last renewed. */
    record Claimed(String owner, Instant at) implements DeliveryState {}

    /** The mail server accepted the mail. */
    record Sent(Instant at, String reply) implements DeliveryState {}

    /** The mail server did not accept it yet, or it was not attempted yet. */
    record Deferred(Instant retryAt, String reply) implements DeliveryState {}

    /** The mail server refused it permanently, or it was deferred for too long. */
    record Bounced(Instant at, String reply) implements DeliveryState {}

    /** It must not be sent any more. */
    record Suppressed(Instant at, String reason) implements DeliveryState {}

    /** The mail was handed over, but no reply arrived. It is not sent again. */
    record Uncertain(Instant at, String reply) implements DeliveryState {}
}
