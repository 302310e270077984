package org.vedette.feed.description.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import reactor.core.publisher.Mono;

/** Serves the description as every other answer is served. */
@RestController
class DescriptionController {

    static final String ADDRESS = "/api/feed/openapi.json";

    private final Description description;
    private final ResponseCache responses;

    DescriptionController(Description description, ResponseCache responses) {
        this.description = description;
        this.responses = responses;
    }

    @GetMapping(ADDRESS)
    Mono<CachedResponse> description(ServerWebExchange exchange) {
        return responses.get(
                ADDRESS,
                () -> description
                        .json(exchange.getRequest())
                        .map(json ->
                                CachedResponse.ok(MediaType.APPLICATION_JSON_VALUE, json, CacheControlPolicy.FEED)));
    }
}
