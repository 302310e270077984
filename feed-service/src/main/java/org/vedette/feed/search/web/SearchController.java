package org.vedette.feed.search.web;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntryHead;
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

    SearchController(SearchService search, Entries entries, Blog blog) {
        this.search = search;
        this.entries = entries;
        this.blog = blog;
    }

    @GetMapping("/api/feed/search")
    Mono<ResponseEntity<SearchAnswer>> search(SearchParameters parameters) {
        return search.find(parameters.query())
                .flatMap(result -> heads(result).map(heads -> SearchAnswer.of(result, heads, blog)))
                .map(SearchController::fresh);
    }

    private Mono<Map<UUID, EntryHead>> heads(SearchResult result) {
        var ids = result.hits().stream().map(Hit::id).toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : entries.heads(ids).collect(toMap(EntryHead::id, Function.identity()));
    }

    private static ResponseEntity<SearchAnswer> fresh(SearchAnswer answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(answer);
    }
}
