package org.vedette.notification.subscribers;

import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.PostTopics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored subscribers; at most one per {@linkplain EmailAddress#key() address}. */
public interface Subscribers {

    /** Adds a new subscriber; false when the address is taken. */
    Mono<Boolean> add(Subscriber subscriber);

    /** Stores the next revision of a subscriber; false when the stored revision is not the one before it. */
    Mono<Boolean> replace(Subscriber next);

    /** Stores the next revision of a subscriber with another address. */
    Mono<Moved> move(Subscriber next);

    /** What came of an attempt to store another address. */
    enum Moved {
        MOVED,
        /** The address belongs to another subscriber. */
        TAKEN,
        /** The stored revision is not the one before. */
        CHANGED_SINCE
    }

    Mono<Subscriber> with(EmailAddress address);

    Mono<Subscriber> with(SubscriberId id);

    /**
     * Every active subscriber who wants a mail about a post at once, streamed from the store. Those who want one only because
     * of a watch term come last.
     */
    Flux<SubscriberId> wanting(PostTopics post);

    /** Every active subscriber who gets digests by a schedule, streamed from the store. */
    Flux<SubscriberId> by(DigestSchedule schedule);

    /** Every subscriber who has not confirmed, streamed from the store. */
    Flux<Pending> pending();

    /** Removes a subscriber and everything about them; false when the stored revision is another one. */
    Mono<Boolean> remove(Subscriber known);
}
