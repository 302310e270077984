package org.vedette.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import reactor.core.publisher.Mono;

/**
 * The open event streams, up to a maximum number. They end before the graceful shutdown of the server begins, which would
 * otherwise wait for them until its timeout.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private static final String RETRY_AFTER_SECONDS = "30";

    private final Semaphore permits;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean(true);

    LiveStreams(GatewayProperties properties, MeterRegistry meters) {
        this.permits = new Semaphore(limit(properties.maxLiveStreams(), FileDescriptorLimit.ofThisProcess()));
        meters.gaugeCollectionSize("vedette.gateway.live.streams", Set.of(), open);
    }

    private static int limit(int configured, FileDescriptorLimit descriptors) {
        var possible = descriptors.streams(configured);
        if (possible < configured) {
            log.warn(
                    "Limiting live streams to {} instead of {}: a stream needs three file descriptors, and {} are allowed (ulimit -n).",
                    possible,
                    configured,
                    descriptors.max());
        }
        return possible;
    }

    /** Opens a stream for the duration of the action; rejects it when the maximum is reached. */
    Mono<Void> withStream(Function<LiveStream, Mono<Void>> action) {
        return Mono.using(this::openStream, action, this::close);
    }

    private LiveStream openStream() {
        if (!running.get() || !permits.tryAcquire()) {
            throw new ProblemException(tooManyStreams());
        }
        var stream = new LiveStream();
        open.add(stream);
        if (!running.get()) {
            stream.end();
        }
        return stream;
    }

    private void close(LiveStream stream) {
        open.remove(stream);
        permits.release();
    }

    private static Problem tooManyStreams() {
        return Problem.of(
                        GatewayProblem.TOO_MANY_STREAMS,
                        "As many streams are open as can be. Read the feeds meanwhile.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    @Override
    public void start() {
        running.set(true);
    }

    @Override
    public void stop() {
        running.set(false);
        open.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** The higher phase stops first. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
