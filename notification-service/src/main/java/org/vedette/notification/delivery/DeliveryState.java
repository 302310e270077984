package org.vedette.notification.delivery;

import java.time.Instant;

/** The state of a delivery. All but {@link Claimed}, {@link Deferred} and {@link Repeated} are final. */
public sealed interface DeliveryState {

    /** A process works on it. {@code at} is when the claim was made or last renewed. */
    record Claimed(String owner, Instant at) implements DeliveryState {}

    /** The mail server accepted the mail. */
    record Sent(Instant at, String reply) implements DeliveryState {}

    /**
     * The mail server did not accept it yet, or it was not attempted yet.
     *
     * @param ofTheServer whether the reason lies with the server or with us
     */
    record Deferred(Instant retryAt, String reply, boolean ofTheServer) implements DeliveryState {

        /** For a reason that lies with this mail or its recipient. */
        public Deferred(Instant retryAt, String reply) {
            this(retryAt, reply, false);
        }
    }

    /** The mail server refused it because of the mailbox, or took it and reported later that it was not delivered. */
    record Bounced(Instant at, String reply, Kind kind) implements DeliveryState {

        /** What a bounce says about the mailbox. */
        public enum Kind {
            /** It takes no mail, for good. */
            HARD,
            /** It takes no mail, which may pass. */
            SOFT,
            /** Nothing: the reason lies with us or with the text. */
            POLICY
        }

        /** A hard one, as every refusal is that counts as a bounce. */
        public Bounced(Instant at, String reply) {
            this(at, reply, Kind.HARD);
        }
    }

    /** It was deferred for too long; {@code reply} is what the mail server said last. */
    record Abandoned(Instant at, String reply) implements DeliveryState {}

    /** It must not be sent any more. */
    record Suppressed(Instant at, String reason) implements DeliveryState {}

    /** The mail was handed over, but no reply arrived. It is sent again under the same Message-ID. */
    record Repeated(Instant retryAt, String reply) implements DeliveryState {}

    /** The mail was handed over, but no reply arrived. It is not sent again unless an operator wants it. */
    record Uncertain(Instant at, String reply) implements DeliveryState {}
}
