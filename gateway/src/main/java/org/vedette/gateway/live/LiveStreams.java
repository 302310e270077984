package org.vedette.gateway.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
import org.vedette.gateway.clients.ClientAddress;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.gateway.limits.LimitsProperties;
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
    private final ConcurrentMap<String, Integer> byClient = new ConcurrentHashMap<>();
    private final int maxOfClient;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean(true);

    LiveStreams(GatewayProperties properties, LimitsProperties limits, MeterRegistry meters) {
        this.permits = new Semaphore(limit(properties.maxLiveStreams(), FileDescriptorLimit.ofThisProcess()));
        this.maxOfClient = limits.enabled() ? limits.liveStreams() : Integer.MAX_VALUE;
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

    /** Opens a stream of a client for the duration of the action; rejects it when one of the maxima is reached. */
    Mono<Void> withStream(ClientAddress client, Function<LiveStream, Mono<Void>> action) {
        return Mono.using(() -> openStream(client), action, stream -> close(client, stream));
    }

    private LiveStream openStream(ClientAddress client) {
        if (byClient.merge(client.network(), 1, Integer::sum) > maxOfClient) {
            release(client);
            throw new ProblemException(tooManyStreamsOfClient());
        }
        if (!running.get() || !permits.tryAcquire()) {
            release(client);
            throw new ProblemException(tooManyStreams());
        }
        var stream = new LiveStream();
        open.add(stream);
        if (!running.get()) {
            stream.end();
        }
        return stream;
    }

    private void close(ClientAddress client, LiveStream stream) {
        open.remove(stream);
        permits.release();
        release(client);
    }

    private void release(ClientAddress client) {
        byClient.compute(client.network(), (network, count) -> count == null || count == 1 ? null : count - 1);
    }

    private Problem tooManyStreamsOfClient() {
        return Problem.of(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "Your address has %d streams open, as many as it may. Close one, or read the feeds."
                                .formatted(maxOfClient))
                .with("limit", "live-streams")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
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
