package org.vedette.gateway.transport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what is cut off before any filter sees it.
 *
 * @param slowRequests requests that did not arrive in time
 * @param unreadResponses responses that their clients did not read
 * @param invalidRequests requests that are no valid HTTP
 */
public record ConnectionCounters(Counter slowRequests, Counter unreadResponses, Counter invalidRequests) {

    static ConnectionCounters in(MeterRegistry meters) {
        return new ConnectionCounters(
                timeouts("request", meters),
                timeouts("response", meters),
                Counter.builder("vedette.gateway.requests.invalid")
                        .description("Requests that are no valid HTTP")
                        .register(meters));
    }

    private static Counter timeouts(String waitedFor, MeterRegistry meters) {
        return Counter.builder("vedette.gateway.connections.timeouts")
                .description("Connections closed, and streams reset, because a client sent or read too slowly")
                .tag("waited.for", waitedFor)
                .register(meters);
    }
}
