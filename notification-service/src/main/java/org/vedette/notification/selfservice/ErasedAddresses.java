package org.vedette.notification.selfservice;

import java.time.Instant;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** The addresses of people who had themselves erased, as hashes, so that no import brings them back without their will. */
public interface ErasedAddresses {

    /** Remembers an address, also when it is remembered already. */
    Mono<Void> remember(EmailAddress address, Instant now);

    Mono<Boolean> contains(EmailAddress address);

    /** Forgets what was remembered last before a certain time; emits how many. */
    Mono<Long> forget(Instant before);
}
