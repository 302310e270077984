package org.vedette.notification.selfservice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mails of one subscriber, as the ledger has them. */
public interface DeliveryHistory {

    /**
     * A mail.
     *
     * @param id identity of the delivery
     * @param about the alert or digest it is about; null for a mail about the subscription
     * @param state the word for its state
     * @param at when it came into this state
     * @param attempts how often it was attempted
     * @param reply what the mail server said, or why it was not sent; null while it is attempted
     */
    record Mail(
            String id,
            @Nullable String about,
            String state,
            Instant at,
            int attempts,
            @Nullable String reply) {}

    /** All mails of a subscriber, the newest first. */
    Flux<Mail> of(SubscriberId subscriber);

    /**
     * Removes what the mail server said, which may quote the address, and what was sent to the address without a subscription.
     * The other mails are still counted.
     */
    Mono<Void> forget(Subscriber subscriber);
}
