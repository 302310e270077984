package org.vedette.feed.description.web;

import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** What the APIs are said to be. */
interface Description {

    /**
     * The description as OpenAPI.
     *
     * @param request of which nothing gets into it
     */
    Mono<byte[]> json(ServerHttpRequest request);
}
