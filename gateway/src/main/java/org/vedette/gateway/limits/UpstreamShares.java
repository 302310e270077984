package org.vedette.gateway.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.vedette.gateway.clients.ClientAddress;

/** How many requests of each client are with the services. */
@Component
class UpstreamShares {

    private final ConcurrentMap<String, Integer> inProgress = new ConcurrentHashMap<>();
    private final int max;

    UpstreamShares(LimitsProperties properties) {
        this.max = properties.enabled() ? properties.upstreamRequests() : Integer.MAX_VALUE;
    }

    /** Takes one of the client's share; false when all of it is in use. */
    boolean tryAcquire(ClientAddress client) {
        while (true) {
            var count = inProgress.get(client.network());
            if (count == null ? inProgress.putIfAbsent(client.network(), 1) == null : tryIncrement(client, count)) {
                return true;
            }
            if (count != null && count >= max) {
                return false;
            }
        }
    }

    private boolean tryIncrement(ClientAddress client, Integer count) {
        return count < max && inProgress.replace(client.network(), count, count + 1);
    }

    void release(ClientAddress client) {
        inProgress.compute(client.network(), (network, count) -> count == null || count == 1 ? null : count - 1);
    }
}
