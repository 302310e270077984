package org.vedette.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored deliveries. To write a row is to claim the delivery. */
public interface Ledger {

    /** Inserts a row; false when the delivery has one already. */
    Mono<Boolean> open(Delivery delivery);

    /** Claims a delivery that is due or whose lease has ended; false when its row has changed since it was read. */
    Mono<Boolean> claim(Delivery known, Delivery claimed);

    /** Stores the result of an attempt unless it is stored already; false when the owner no longer holds the claim. */
    Mono<Boolean> settle(Delivery settled, String owner);

    /** Renews claims of an owner; emits those the owner still holds. */
    Flux<DeliveryId> renew(Collection<DeliveryId> claimed, String owner, Instant now);

    /** Deliveries that are to be attempted again, and whose time for it has come. */
    Flux<Delivery> due(Instant now, Selection selection, int limit);

    /**
     * Which deliveries are looked for.
     *
     * @param aboutPosts whether those of alerts and digests are; others always are
     * @param except alerts and digests whose deliveries are not
     */
    record Selection(boolean aboutPosts, Set<AlertId> except) {

        public Selection {
            except = Set.copyOf(except);
        }

        /** Whether a delivery belongs to it. */
        boolean includes(DeliveryId id) {
            var alert = id.alert();
            return alert == null || (aboutPosts && !except.contains(alert));
        }
    }

    /** Lets all deliveries that were deferred because of a mail server be due now; emits their number. */
    Mono<Long> hasten(Instant now);

    /** Whether a mail to a subscriber bounced hard before a certain time. */
    Mono<Boolean> hasBounced(SubscriberId subscriber, Instant before);

    /**
     * Resolves the uncertain deliveries of an alert: as sent, or as to be sent again; emits their number.
     *
     * @param again whether they are due now; otherwise they count as sent
     */
    Mono<Long> resolveUncertain(AlertId alert, boolean again, Instant now);

    /** Whether rows of an alert were removed because of their age, so that they do not say any more who got it. */
    Mono<Boolean> hasRemoved(AlertId alert);

    /** Claimed deliveries that were last renewed before a certain time. */
    Flux<Delivery> expired(Instant renewedBefore, Selection selection, int limit);
}
