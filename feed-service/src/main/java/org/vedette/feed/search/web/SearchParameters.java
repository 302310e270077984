package org.vedette.feed.search.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.search.SearchQuery;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.QueryParameters;

/** Reads a search from query parameters. Every parameter is optional, but a search needs one. */
@Component
class SearchParameters {

    private static final List<String> KNOWN =
            List.of("author", "from", "order", "page", "q", "series", "size", "tag", "to");
    private static final int FIRST_PAGE = 1;

    private final BlogCalendar calendar;

    SearchParameters(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    SearchQuery read(ServerHttpRequest request) {
        var parameters = QueryParameters.of(request, KNOWN);
        return new SearchQuery(
                Objects.requireNonNullElse(parameters.text("q"), ""),
                parameters.text("series"),
                parameters.text("tag"),
                parameters.text("author"),
                parameters.time("from", calendar),
                parameters.time("to", calendar),
                parameters.number("page", FIRST_PAGE),
                parameters.number("size", SearchQuery.DEFAULT_SIZE),
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
}
