package org.vedette.notification.delivery;

import java.time.Instant;

/**
 * A row of the ledger: one mail to one subscriber.
 *
 * @param attempts how often the mail was, or is being, offered to the mail server
 * @param openedAt when the row was written
 */
public record Delivery(DeliveryId id, DeliveryState state, int attempts, Instant openedAt) {

    /** A delivery that its owner is about to try. */
    static Delivery claimed(DeliveryId id, String owner, Instant now) {
        return new Delivery(id, new DeliveryState.Claimed(owner, now), 1, now);
    }

    /** A delivery that anybody may try now. */
    static Delivery due(DeliveryId id, Instant now) {
        return new Delivery(id, new DeliveryState.Deferred(now, "not tried yet"), 0, now);
    }

    Delivery claimedBy(String owner, Instant now) {
        return new Delivery(id, new DeliveryState.Claimed(owner, now), attempts + 1, openedAt);
    }

    Delivery suppressed(String reason, Instant now) {
        return in(new DeliveryState.Suppressed(now, reason));
    }

    Delivery after(Reply reply, RetryPolicy policy, Instant now) {
        if (reply instanceof Reply.Accepted) {
            return in(new DeliveryState.Sent(now, reply.text()));
        }
        if (reply instanceof Reply.Unclear) {
            return in(new DeliveryState.Uncertain(now, reply.text()));
        }
        if (reply instanceof Reply.Refused || policy.isOver(openedAt, now)) {
            return in(new DeliveryState.Bounced(now, reply.text()));
        }
        return in(new DeliveryState.Deferred(policy.next(attempts, now), reply.text()));
    }

    private Delivery in(DeliveryState next) {
        return new Delivery(id, next, attempts, openedAt);
    }
}
