package org.vedette.gateway.forwarding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.vedette.starter.logging.LogContext;
import org.vedette.starter.problems.RequestSubject;
import org.vedette.starter.telemetry.TraceContext;

/**
 * Names the requests that a service answered with a failure, so that the request id of an answer is found here and in the log of the
 * service. An outage is named once a minute, as in the services.
 */
final class UpstreamFailureLog {

    private static final Logger log = LoggerFactory.getLogger(UpstreamFailureLog.class);
    private static final Duration OUTAGE_INTERVAL = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<Instant> nextOutageLine = new AtomicReference<>(Instant.MIN);

    UpstreamFailureLog(InstantSource clock) {
        this.clock = clock;
    }

    /** @param service name of the service, or of its route */
    void answered(ServerHttpRequest request, String service, int status) {
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            var headers = request.getHeaders();
            LogContext.ofRequest(
                            headers.getFirst(LogContext.REQUEST_ID_HEADER),
                            headers.getFirst(TraceContext.HEADER),
                            request.getPath().value())
                    .around(() -> write(request, service, status));
        }
    }

    private void write(ServerHttpRequest request, String service, int status) {
        var isOutage = status == HttpStatus.SERVICE_UNAVAILABLE.value() || status == HttpStatus.GATEWAY_TIMEOUT.value();
        if (isOutage && !isDue()) {
            log.debug("{} was answered with {} by {}", RequestSubject.of(request), status, service);
        } else {
            log.warn("{} was answered with {} by {}; its log says why", RequestSubject.of(request), status, service);
        }
    }

    private boolean isDue() {
        var now = clock.instant();
        var due = nextOutageLine.get();
        return !now.isBefore(due) && nextOutageLine.compareAndSet(due, now.plus(OUTAGE_INTERVAL));
    }
}
