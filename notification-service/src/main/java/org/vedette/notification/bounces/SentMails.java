package org.vedette.notification.bounces;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.subscribers.SubscriberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mails that the ledger has. */
public interface SentMails {

    /** The mail with the identity of a delivery; empty when there is none. */
    Mono<SentMail> with(String delivery);

    /** All mails to a subscriber. */
    Flux<SentMail> to(SubscriberId subscriber);

    /**
     * Stores that a mail that was handed over came back; false when it is in another state by now.
     *
     * @param report the report by which it bounced, which the row remembers; null when nothing tells its copies
     */
    Mono<Boolean> bounce(SentMail mail, Bounced state, @Nullable String report);

    /** Stores a complaint about a mail, whose state stays as it is; false when there was one before. */
    Mono<Boolean> complain(SentMail mail, String words, Instant at);
}
