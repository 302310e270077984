package org.vedette.feed.content.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.content.ContentQuery;
import org.vedette.feed.serving.web.QueryParameters;

/** Reads what is asked for out of the parameters of an address. */
@Component
class QueryReader {

    static final String FIELDS = "fields";
    private static final int USUAL = 20;
    private static final List<String> KNOWN =
            List.of("author", "cursor", FIELDS, "from", "limit", "series", "tag", "to");

    private final BlogCalendar calendar;

    QueryReader(BlogCalendar calendar) {
        this.calendar = calendar;
    }

    static QueryParameters parameters(ServerHttpRequest request) {
        return QueryParameters.of(request, KNOWN);
    }

    ContentQuery read(QueryParameters parameters) {
        return ContentQuery.of(
                parameters.text("series"),
                parameters.text("tag"),
                parameters.text("author"),
                parameters.time("from", calendar),
                parameters.time("to", calendar),
                parameters.text("cursor"),
                parameters.number("limit", USUAL));
    }
}
