package org.vedette.notification.retention;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Removes what was kept as evidence of a consent. */
public interface SubscriberRetention {

    /** Removes the addresses of clients from so many consents at most that were given before a certain time; emits how many. */
    Mono<Long> forgetClients(Instant givenBefore, int limit);

    /** Removes so many consents at most of subscribers who left before a certain time; emits how many. */
    Mono<Long> forgetConsents(Instant leftBefore, int limit);
}
