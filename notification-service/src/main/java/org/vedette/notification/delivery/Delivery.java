package org.vedette.notification.delivery;

import java.time.Instant;

/**
 * One mail to one subscriber: a row of the ledger.
 *
 * @param attempts number of attempts, the running one included
 * @param openedAt when the row was inserted
 */
public record Delivery(DeliveryId id, DeliveryState state, int attempts, Instant openedAt) {

    /** A new delivery, claimed by the process that will attempt it. */
    static Delivery claimed(DeliveryId id, String owner, Instant now) {
        return new Delivery(id, new DeliveryState.Claimed(owner, now), 1, now);
    }

    /** A new delivery that every process may claim now. */
    static Delivery due(DeliveryId id, Instant now) {
        return new Delivery(id, new DeliveryState.Deferred(now, "not tried yet"), 0, now);
    }

    Delivery claimedBy(String owner, Instant now) {
        return new Delivery(id, new DeliveryState.Claimed(owner, now), attempts + 1, openedAt);
    }

    Delivery suppressed(String reason, Instant now) {
        return in(new DeliveryState.Suppressed(now, reason));
    }

    /** Deferred however old it is: what kept it from being attempted says nothing about it. */
    Delivery deferred(String reason, RetryPolicy policy, Instant now) {
        return in(new DeliveryState.Deferred(policy.next(attempts, now), reason));
    }

    Delivery after(Reply reply, RetryPolicy policy, Instant now) {
        if (reply instanceof Reply.Accepted) {
            return in(new DeliveryState.Sent(now, reply.text()));
        }
        if (reply instanceof Reply.Uncertain) {
            return in(new DeliveryState.Uncertain(now, reply.text()));
        }
        if (reply instanceof Reply.Refused || policy.isOver(openedAt, now)) {
            return in(new DeliveryState.Bounced(now, reply.text()));
        }
        return deferred(reply.text(), policy, now);
    }

    private Delivery in(DeliveryState next) {
        return new Delivery(id, next, attempts, openedAt);
    }
}
