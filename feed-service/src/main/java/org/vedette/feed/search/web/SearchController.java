package org.vedette.feed.search.web;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchService;
import reactor.core.publisher.Mono;

/** Finds posts for machines. */
@RestController
class SearchController {

    private final SearchService search;
    private final Entries entries;
    private final Blog blog;
    private final SearchParameters parameters;
    private final SearchResponseWriter writer;

    SearchController(
            SearchService search,
            Entries entries,
            Blog blog,
            SearchParameters parameters,
            SearchResponseWriter writer) {
        this.search = search;
        this.entries = entries;
        this.blog = blog;
        this.parameters = parameters;
        this.writer = writer;
    }

    @SearchOperation
    @GetMapping("/api/feed/search")
    Mono<Void> search(ServerWebExchange exchange) {
        return search.find(parameters.read(exchange.getRequest()))
                .flatMap(result -> summaries(result).map(summaries -> SearchResponse.of(result, summaries, blog)))
                .flatMap(response -> writer.write(response, exchange));
    }

    private Mono<Map<UUID, EntrySummary>> summaries(SearchResult result) {
        var ids = result.hits().stream().map(Hit::id).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : entries.summaries(ids).collect(toMap(EntrySummary::id, Function.identity()));
    }
}
