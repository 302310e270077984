package org.vedette.feed.serving.web;

import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Lets a request be handled in the next turn of its connection's event loop.
 *
 * <p>A request that arrives while the answer before it is being finished waits in a queue of Reactor Netty (seen in
 * 1.3.7). If it is answered at once when it is taken from there, before its own end was, the connection is never read
 * again and the next request hangs. An answer that is in memory would be given at once.
 */
final class NextTurn implements HttpHandler {

    private final HttpHandler handler;

    NextTurn(HttpHandler handler) {
        this.handler = handler;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        return request instanceof AbstractServerHttpRequest known
                        && known.getNativeRequest() instanceof HttpServerRequest ours
                ? turnOf(ours).then(Mono.defer(() -> handler.handle(request, response)))
                : handler.handle(request, response);
    }

    private static Mono<Void> turnOf(HttpServerRequest request) {
        return Mono.create(turn -> request.withConnection(
                connection -> connection.channel().eventLoop().execute(turn::success)));
    }
}
