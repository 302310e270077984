package org.vedette.starter.problems;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.vedette.starter.logging.LogContext;
import org.vedette.starter.telemetry.TraceContext;

/**
 * Logs requests that failed on our side: a fault of the program each time, an outage once a minute, because a line for
 * every request that comes meanwhile would say no more. The stack trace of an outage shows the framework only.
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
        LogContext.ofRequest(
                        request.getHeaders().getFirst(ProblemWriter.REQUEST_ID),
                        request.getHeaders().getFirst(TraceContext.HEADER),
                        request.getPath().value())
                .around(() -> write(request, problem, failure));
    }

    private void write(ServerHttpRequest request, Problem problem, Throwable failure) {
        var subject = RequestSubject.of(request);
        if (isOutage(problem)) {
            logOutage(subject, problem.status(), failure);
        } else if (problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error("{} failed", subject, failure);
        } else {
            log.debug("{} was rejected with {}: {}", subject, problem.status(), problem.detail());
        }
    }

    private static boolean isOutage(Problem problem) {
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                || problem.status() == HttpStatus.GATEWAY_TIMEOUT.value();
    }

    private void logOutage(String subject, int status, Throwable failure) {
        var now = clock.instant();
        var due = nextOutageLine.get();
        if (!now.isBefore(due) && nextOutageLine.compareAndSet(due, now.plus(OUTAGE_INTERVAL))) {
            log.warn(
                    "{} was answered with {}: {}; further outages within a minute are logged at DEBUG",
                    subject,
                    status,
                    failure.toString());
        } else {
            log.debug("{} was answered with {}: {}", subject, status, failure.toString());
        }
    }
}
