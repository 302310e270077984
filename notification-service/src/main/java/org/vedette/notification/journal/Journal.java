package org.vedette.notification.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes note of subscribers who come and go. */
public interface Journal {

    /** Takes note of nothing. */
    Journal NONE = (change, count, mail, at) -> Mono.empty();

    /**
     * Counts changes. Never fails: a count that cannot be stored is logged and lost, because nobody may be kept from leaving.
     *
     * @param mail id of the alert or digest that led to it; null when that is not known
     */
    Mono<Void> record(Change change, long count, @Nullable String mail, Instant at);

    /** Counts one change that no mail led to. */
    default Mono<Void> record(Change change, Instant at) {
        return record(change, 1, null, at);
    }
}
