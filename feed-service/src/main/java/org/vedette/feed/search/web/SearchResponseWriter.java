package org.vedette.feed.search.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.CachedResponseWriter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes responses of the search. They are not cached: there is no end to the queries. */
@Component
class SearchResponseWriter {

    private final JsonMapper json;
    private final CachedResponseWriter writer;

    SearchResponseWriter(JsonMapper json, CachedResponseWriter writer) {
        this.json = json;
        this.writer = writer;
    }

    Mono<Void> write(SearchResponse body, ServerWebExchange exchange) {
        var response = CachedResponse.ok(
                MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(body), CacheControlPolicy.NO_CACHE);
        return writer.write(response, exchange.getRequest(), exchange.getResponse());
    }
}
