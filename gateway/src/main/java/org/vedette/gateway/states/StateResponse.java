package org.vedette.gateway.states;

import java.time.InstantSource;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.vedette.starter.http.ServedState;
import reactor.core.publisher.Mono;

/** Records the state that a response comes from, and holds back the refusal of an instance that lags behind. */
final class StateResponse extends ServerHttpResponseDecorator {

    private final NewestState newest;
    private final long required;
    private final InstantSource clock;

    /** @param required the state that was required, or {@link ServedState#UNKNOWN} */
    StateResponse(ServerHttpResponse response, NewestState newest, long required, InstantSource clock) {
        super(response);
        this.newest = newest;
        this.required = required;
        this.clock = clock;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return judge().then(Mono.defer(() -> super.writeWith(body)));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return judge().then(Mono.defer(() -> super.writeAndFlushWith(body)));
    }

    @Override
    public Mono<Void> setComplete() {
        return judge().then(Mono.defer(super::setComplete));
    }

    private Mono<Void> judge() {
        return Mono.defer(() -> {
            var state = ServedState.parse(getHeaders().getFirst(ServedState.HEADER));
            var isCurrent = newest.isCurrent(state, clock.instant());
            return !isCurrent && state < required && HttpStatus.SERVICE_UNAVAILABLE.equals(getStatusCode())
                    ? Mono.error(new LaggingInstanceException(state, required))
                    : Mono.empty();
        });
    }
}
