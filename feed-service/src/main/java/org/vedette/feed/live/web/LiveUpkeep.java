package org.vedette.feed.live.web;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.vedette.feed.live.LiveStreams;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Keeps quiet streams alive, and ends them all before the server waits for requests to end. */
@Component
class LiveUpkeep implements SmartLifecycle {

    /** Less than the half minute after which proxies like to give up. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final LiveStreams streams;
    private final Disposable.Swap beats = Disposables.swap();

    LiveUpkeep(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public void start() {
        var unused = beats.update(Flux.interval(BEAT).subscribe(tick -> streams.beat()));
    }

    @Override
    public void stop() {
        var unused = beats.update(Disposables.disposed());
        streams.close();
    }

    @Override
    public boolean isRunning() {
        var current = beats.get();
        return current != null && !current.isDisposed();
    }

    /** The last to start and the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
