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
    private final QuestionReader questions;
    private final AnswerWriter writer;

    SearchController(SearchService search, Entries entries, Blog blog, QuestionReader questions, AnswerWriter writer) {
        this.search = search;
        this.entries = entries;
        this.blog = blog;
        this.questions = questions;
        this.writer = writer;
    }

    @SearchOperation
    @GetMapping("/api/feed/search")
    Mono<Void> search(ServerWebExchange exchange) {
        return search.find(questions.read(exchange.getRequest()))
                .flatMap(result -> heads(result).map(heads -> SearchAnswer.of(result, heads, blog)))
                .flatMap(answer -> writer.write(answer, exchange));
    }

    private Mono<Map<UUID, EntrySummary>> heads(SearchResult result) {
        var ids = result.hits().stream().map(Hit::id).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : entries.summaries(ids).collect(toMap(EntrySummary::id, Function.identity()));
    }
}
