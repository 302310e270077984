package org.vedette.gateway.resilience;

import java.util.Set;
import java.util.function.IntPredicate;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;

/**
 * Reports the status of a response before anything is sent, and holds an unusable one back, so that the request can be
 * repeated.
 */
class ObservedResponse extends ServerHttpResponseDecorator {

    private static final Set<Integer> UNUSABLE = Set.of(502, 503, 504);

    private final ServiceCall call;
    private final IntPredicate heldBack;

    /** @param repeatable whether the request will be repeated after an unusable response */
    ObservedResponse(ServerHttpResponse response, ServiceCall call, boolean repeatable) {
        super(response);
        this.call = call;
        this.heldBack = repeatable ? this::isUnusable : status -> false;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return observe().then(Mono.defer(() -> super.writeWith(body)));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return observe().then(Mono.defer(() -> super.writeAndFlushWith(body)));
    }

    @Override
    public Mono<Void> setComplete() {
        return observe().then(Mono.defer(super::setComplete));
    }

    /** Reports the status, where there is one already; fails when the response is held back. */
    Mono<Void> observe() {
        return Mono.defer(() -> {
            var status = getStatusCode();
            if (status == null || isCommitted()) {
                return Mono.empty();
            }
            call.answered(status.value());
            return heldBack.test(status.value())
                    ? Mono.error(new UnusableResponseException(status.value()))
                    : Mono.empty();
        });
    }

    /** A service that says when to come back is not asked again before (RFC 9110 §10.2.3). */
    private boolean isUnusable(int status) {
        return UNUSABLE.contains(status) && !getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
    }
}
