package org.vedette.gateway.resilience;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.starter.failures.Failures;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What a call says about its service. */
enum CallOutcome {
    SUCCESS,
    FAILURE,
    UNKNOWN;

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    /**
     * A 503 of a service is no failure: it is sent at once, and concerns what needs the store of the service, while the rest
     * is served.
     */
    static CallOutcome ofStatus(int status) {
        return status == BAD_GATEWAY || status == GATEWAY_TIMEOUT ? FAILURE : SUCCESS;
    }

    static CallOutcome of(Throwable failure) {
        if (isShortageOfConnections(failure)) {
            return UNKNOWN;
        }
        if (failure instanceof UnusableResponseException response) {
            return ofStatus(response.status());
        }
        if (failure instanceof ResponseStatusException response) {
            return ofStatus(response.getStatusCode().value());
        }
        return failure instanceof IOException || failure instanceof TimeoutException ? FAILURE : UNKNOWN;
    }

    /** The gateway has no free connection, for example because clients do not read what they asked for. */
    private static boolean isShortageOfConnections(Throwable failure) {
        return Failures.find(failure, PoolAcquireTimeoutException.class).isPresent()
                || Failures.find(failure, PoolAcquirePendingLimitException.class)
                        .isPresent();
    }
}
