package org.vedette.gateway.limits;

import org.springframework.stereotype.Component;
import org.vedette.gateway.clients.ClientAddress;

/** The limit of ordinary reading, for reads that are answered before {@link LimitHandler} sees them. */
@Component
public class ReadingLimit {

    private final RequestLimits limits;

    ReadingLimit(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Counts a read against the limit of its client.
     *
     * @param rawPath as the client sent it
     * @return false when the read is not allowed, or has a limit whose state the response has to say; nothing is counted then
     */
    public boolean allows(ClientAddress client, String rawPath) {
        return !limits.enabled() || limits.tryCount(client, RouteGroup.ofRead(rawPath));
    }
}
