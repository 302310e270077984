package org.vedette.starter.problems;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Logs requests that failed on our side: a fault of the program each time, an outage once a minute, because a line for
 * every request that comes meanwhile would say no more.
 */
public final class ProblemLog {

    private static final Logger log = LoggerFactory.getLogger(ProblemLog.class);
    private static final Duration OUTAGE_INTERVAL = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicReference<Instant> nextOutageLine = new AtomicReference<>(Instant.MIN);

    public ProblemLog(Clock clock) {
        this.clock = clock;
    }

    void log(ServerHttpRequest request, Problem problem, Throwable failure) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            logOutage(request, failure);
        } else if (problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error("{} {} failed", request.getMethod(), request.getPath(), failure);
        } else {
            log.debug("{} {} refused: {}", request.getMethod(), request.getPath(), problem.detail());
        }
    }

    private void logOutage(ServerHttpRequest request, Throwable failure) {
        var now = clock.instant();
        var due = nextOutageLine.get();
        if (!now.isBefore(due) && nextOutageLine.compareAndSet(due, now.plus(OUTAGE_INTERVAL))) {
            log.warn(
                    "{} {} was answered 503; further ones within a minute are logged at DEBUG",
                    request.getMethod(),
                    request.getPath(),
                    failure);
        } else {
            log.debug("{} {} was answered 503", request.getMethod(), request.getPath(), failure);
        }
    }
}
