package org.vedette.feed.search.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import org.vedette.feed.serving.web.RenditionWriter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends what was found. It is kept nowhere: there is no end to what may be asked. */
@Component
class AnswerWriter {

    private final JsonMapper json;
    private final RenditionWriter writer;

    AnswerWriter(JsonMapper json, RenditionWriter writer) {
        this.json = json;
        this.writer = writer;
    }

    Mono<Void> write(SearchAnswer answer, ServerWebExchange exchange) {
        var rendition =
                Rendition.of(MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(answer), Freshness.CHECKED);
        return writer.write(rendition, exchange.getRequest(), exchange.getResponse());
    }
}
