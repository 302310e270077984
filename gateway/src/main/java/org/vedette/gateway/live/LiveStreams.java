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
import org.vedette.gateway.fallback.ProblemType;
import org.vedette.gateway.fallback.Refusal;
import org.vedette.gateway.fallback.RefusedException;
import reactor.core.publisher.Mono;

/**
 * The streams that are open now. They end before the server begins to wait for open requests, which they would keep
 * waiting for its whole time.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private static final String RETRY_AFTER_SECONDS = "30";

    private final Semaphore places;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean(true);

    LiveStreams(GatewayProperties properties, MeterRegistry meters) {
        this.places = new Semaphore(places(properties.maxLiveStreams(), OpenFiles.ofThisProcess()));
        meters.gaugeCollectionSize("vedette.gateway.live.streams", Set.of(), open);
    }

    private static int places(int wanted, OpenFiles files) {
        var places = files.enoughFor(wanted);
        if (places < wanted) {
            log.warn(
                    "{} streams can be open at once, not {}: a stream takes three open files, and {} are allowed (ulimit -n).",
                    places,
                    wanted,
                    files.limit());
        }
        return places;
    }

    /** Does this with a stream, which counts as open until it is done. */
    Mono<Void> during(Function<LiveStream, Mono<Void>> use) {
        return Mono.using(this::enter, use, this::leave);
    }

    private LiveStream enter() {
        if (!running.get() || !places.tryAcquire()) {
            throw new RefusedException(tooMany());
        }
        var stream = new LiveStream();
        open.add(stream);
        if (!running.get()) {
            stream.end();
        }
        return stream;
    }

    private void leave(LiveStream stream) {
        open.remove(stream);
        places.release();
    }

    private static Refusal tooMany() {
        return Refusal.because(
                        ProblemType.TOO_MANY_STREAMS, "As many streams are open as can be. Read the feeds meanwhile.")
                .with(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
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

    /** What has the higher phase stops first. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
