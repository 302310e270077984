package org.vedette.feed.openapi.web;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import reactor.core.publisher.Mono;

/** The description, cached like every other response. */
@RestController
class OpenApiController {

    static final String ADDRESS = "/api/feed/openapi.json";

    private final OpenApiDocument document;
    private final ResponseCache cache;

    OpenApiController(OpenApiDocument document, ResponseCache cache) {
        this.document = document;
        this.cache = cache;
    }

    /** The description as OpenAPI. */
    @FunctionalInterface
    interface OpenApiDocument {

        /** The document in UTF-8; nothing of the request gets into it. */
        Mono<byte[]> json(ServerHttpRequest request);
    }

    @GetMapping(ADDRESS)
    Mono<CachedResponse> description(ServerHttpRequest request) {
        return cache.get(
                ADDRESS,
                () -> document.json(request)
                        .map(json ->
                                CachedResponse.ok(MediaType.APPLICATION_JSON_VALUE, json, CacheControlPolicy.FEED)));
    }
}
