package org.vedette.gateway.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The counts of failed logins (port), shared by all gateway instances. */
public interface LoginAttempts {

    /** Empty when nothing has failed. */
    Mono<AttemptCount> of(String key);

    /**
     * Replaces a count; false when it has changed meanwhile.
     *
     * @param previous null when there was none
     */
    Mono<Boolean> replace(String key, @Nullable AttemptCount previous, AttemptCount next);

    Mono<Void> clear(String key);

    /** Removes the counts that did not change since an instant. */
    Mono<Void> forgetBefore(Instant end);
}
