package org.vedette.notification.delivery;

import java.time.Instant;

/**
 * One mail to one subscriber: a row of the ledger.
 *
 * @param attempts number of attempts, the running one included
 * @param openedAt when the row was inserted
 * @param possibleDoubles how often it was sent although an earlier attempt may have reached the subscriber
 */
public record Delivery(DeliveryId id, DeliveryState state, int attempts, Instant openedAt, int possibleDoubles) {

    /** A delivery of which no subscriber can have got two mails. */
    public Delivery(DeliveryId id, DeliveryState state, int attempts, Instant openedAt) {
        this(id, state, attempts, openedAt, 0);
    }

    /** A new delivery, claimed by the process that will attempt it. */
    static Delivery claimed(DeliveryId id, String owner, Instant now) {
        return new Delivery(id, new DeliveryState.Claimed(owner, now), 1, now);
    }

    /** A new delivery that every process may claim now. */
    static Delivery due(DeliveryId id, Instant now) {
        return new Delivery(id, new DeliveryState.Deferred(now, "not tried yet"), 0, now);
    }

    /** A new delivery that waits because somebody has stopped its mails. */
    static Delivery held(DeliveryId id, String reason, Instant now) {
        return new Delivery(id, new DeliveryState.Deferred(now, reason), 0, now);
    }

    /** A claim of a process whose lease has ended, like a mail without a reply, may have reached the subscriber. */
    Delivery claimedBy(String owner, Instant now) {
        var mayBeOut = state instanceof DeliveryState.Claimed || state instanceof DeliveryState.Repeated;
        return new Delivery(
                id,
                new DeliveryState.Claimed(owner, now),
                attempts + 1,
                openedAt,
                possibleDoubles + (mayBeOut ? 1 : 0));
    }

    /** Ended without another attempt; a mail that may be out is not called unsent. */
    Delivery cancelled(String reason, Instant now) {
        return possibleDoubles > 0
                ? in(new DeliveryState.Uncertain(now, reason))
                : in(new DeliveryState.Suppressed(now, reason));
    }

    /** Deferred however old it is: what kept it from being attempted says nothing about it. */
    Delivery deferred(String reason, RetryPolicy policy, Instant now) {
        return in(new DeliveryState.Deferred(policy.next(attempts, now), reason));
    }

    Delivery after(Reply reply, RetryPolicy policy, Instant now) {
        if (reply instanceof Reply.Accepted) {
            return in(new DeliveryState.Sent(now, reply.text()));
        }
        if (reply instanceof Reply.Refused) {
            return in(new DeliveryState.Bounced(now, reply.text()));
        }
        if (reply instanceof Reply.Postponed postponed) {
            return postponed(postponed, now);
        }
        if (reply instanceof Reply.Uncertain) {
            return in(uncertain(reply, policy, now));
        }
        return in(later((Reply.TryLater) reply, policy, now));
    }

    private Delivery postponed(Reply.Postponed reply, Instant now) {
        var state = new DeliveryState.Deferred(now.plus(reply.pause()), reply.text(), true);
        return new Delivery(id, state, Math.max(0, attempts - 1), openedAt, possibleDoubles);
    }

    private DeliveryState uncertain(Reply reply, RetryPolicy policy, Instant now) {
        return possibleDoubles < policy.resends() && !policy.isOver(openedAt, now)
                ? new DeliveryState.Repeated(policy.next(attempts, now), reply.text())
                : new DeliveryState.Uncertain(now, reply.text());
    }

    private DeliveryState later(Reply.TryLater reply, RetryPolicy policy, Instant now) {
        return policy.isOver(openedAt, now)
                ? new DeliveryState.Abandoned(now, reply.text())
                : new DeliveryState.Deferred(policy.next(attempts, now), reply.text(), reply.ofTheServer());
    }

    private Delivery in(DeliveryState next) {
        return new Delivery(id, next, attempts, openedAt, possibleDoubles);
    }
}
