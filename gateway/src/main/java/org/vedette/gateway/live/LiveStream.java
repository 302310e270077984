package org.vedette.gateway.live;

import java.io.IOException;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One open stream, which both sides and the gateway itself can end. */
class LiveStream {

    private final Sinks.Empty<Void> end = Sinks.empty();

    /**
     * The stream from its beginning until its end. That a service breaks off is an end like any other: the next event
     * comes with the next stream.
     */
    Flux<Publisher<DataBuffer>> of(Publisher<DataBuffer> beginning, Publisher<? extends Publisher<DataBuffer>> events) {
        return Flux.<Publisher<DataBuffer>>concat(Mono.just(beginning), events)
                .onErrorComplete(IOException.class)
                .takeUntilOther(end.asMono());
    }

    void end() {
        // Whoever else ends it at the same moment does so as well.
        var unused = end.tryEmitEmpty();
    }
}
