package org.vedette.gateway.cache;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The request of one client for what is not stored yet; others that ask for the same wait for what it gets. */
final class FirstFetch {

    /** Those who wait fetch for themselves then. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Sinks.One<StoredResponse> response = Sinks.one();

    Mono<StoredResponse> response() {
        return response.asMono().timeout(TIMEOUT, Mono.empty());
    }

    void complete(StoredResponse stored) {
        var unused = response.tryEmitValue(stored);
    }

    /** Has no effect after {@link #complete}. */
    void end() {
        var unused = response.tryEmitEmpty();
    }
}
