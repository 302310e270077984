package org.vedette.gateway.live;

import java.io.IOException;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An open event stream, which client, service and gateway can end. */
class LiveStream {

    private final Sinks.Empty<Void> end = Sinks.empty();

    /**
     * The buffers of the stream until it ends. A closed upstream connection is a regular end: the client reconnects and
     * continues with the next event.
     */
    Flux<Publisher<DataBuffer>> of(Publisher<DataBuffer> first, Publisher<? extends Publisher<DataBuffer>> events) {
        return Flux.<Publisher<DataBuffer>>concat(Mono.just(first), events)
                .onErrorComplete(IOException.class)
                .takeUntilOther(end.asMono());
    }

    void end() {
        // Fails only when the stream has been ended concurrently.
        var unused = end.tryEmitEmpty();
    }
}
