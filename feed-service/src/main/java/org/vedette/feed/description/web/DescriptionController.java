package org.vedette.feed.description.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import reactor.core.publisher.Mono;

/** Serves the description as every other answer is served. */
@RestController
class DescriptionController {

    static final String ADDRESS = "/api/feed/openapi.json";

    private final Description description;
    private final Answers answers;

    DescriptionController(Description description, Answers answers) {
        this.description = description;
        this.answers = answers;
    }

    @GetMapping(ADDRESS)
    Mono<Void> description(ServerWebExchange exchange) {
        return answers.send(
                exchange,
                ADDRESS,
                () -> description
                        .json(exchange.getRequest())
                        .map(json -> Rendition.of(MediaType.APPLICATION_JSON_VALUE, json, Freshness.FEED)));
    }
}
