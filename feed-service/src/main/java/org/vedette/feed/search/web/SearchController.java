package org.vedette.feed.search.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.search.SearchService;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.QueryParameters;
import org.vedette.starter.api.ChecksParameters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The search of the content API. Its responses are not cached: there is no end to the queries. */
@RestController
class SearchController {

    private static final List<String> PARAMETERS =
            List.of("author", "from", "order", "page", "q", "series", "size", "tag", "to");
    private static final int FIRST_PAGE = 1;

    private final SearchService search;
    private final RenamedPages renamed;
    private final Entries entries;
    private final Blog blog;
    private final BlogCalendar calendar;
    private final JsonMapper json;

    SearchController(
            SearchService search,
            RenamedPages renamed,
            Entries entries,
            Blog blog,
            BlogCalendar calendar,
            JsonMapper json) {
        this.search = search;
        this.renamed = renamed;
        this.entries = entries;
        this.blog = blog;
        this.calendar = calendar;
        this.json = json;
    }

    @SearchOperation
    @ChecksParameters
    @GetMapping("/api/feed/search")
    Mono<CachedResponse> search(ServerWebExchange exchange) {
        return search.find(query(exchange.getRequest()).in(renamed::current))
                .flatMap(result -> Summaries.ofIds(
                                entries, result.hits().stream().map(Hit::id))
                        .map(summaries -> SearchResponse.of(result, summaries, blog)))
                .map(this::response);
    }

    private SearchQuery query(ServerHttpRequest request) {
        var parameters = QueryParameters.of(request, PARAMETERS);
        return new SearchQuery(
                Objects.requireNonNullElse(parameters.text("q"), ""),
                parameters.text("series"),
                parameters.text("tag"),
                parameters.text("author"),
                parameters.time("from", calendar),
                parameters.time("to", calendar),
                parameters.number("page", FIRST_PAGE, SearchQuery.MAX_PAGE),
                parameters.number("size", SearchQuery.DEFAULT_SIZE, SearchQuery.MAX_SIZE),
                order(parameters.text("order")));
    }

    private static SearchQuery.Order order(@Nullable String given) {
        if (given == null) {
            return SearchQuery.Order.RELEVANCE;
        }
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "relevance" -> SearchQuery.Order.RELEVANCE;
            case "newest" -> SearchQuery.Order.NEWEST;
            default -> throw RequestRejectedException.invalid("unknown-order", "Let 'order' be relevance or newest.");
        };
    }

    private CachedResponse response(SearchResponse body) {
        return CachedResponse.ok(
                MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(body), CacheControlPolicy.NO_CACHE);
    }
}
