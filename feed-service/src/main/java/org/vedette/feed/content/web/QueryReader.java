package org.vedette.feed.content.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.content.ContentQuery;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.serving.Cursor;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.QueryParameters;

/** Reads queries and ids from requests. */
@Component
class QueryReader {

    static final String FIELDS = "fields";
    private static final int DEFAULT_LIMIT = 20;
    private static final List<String> KNOWN =
            List.of("author", Cursor.PARAMETER, FIELDS, "from", "limit", "series", "tag", "to");

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final BlogCalendar calendar;
    private final RenamedPages renamed;

    QueryReader(BlogCalendar calendar, RenamedPages renamed) {
        this.calendar = calendar;
        this.renamed = renamed;
    }

    /** The parameters of a request, with the tag and the author as they are called now. */
    QueryParameters parameters(ServerHttpRequest request) {
        return QueryParameters.of(request, KNOWN)
                .replace("tag", tag -> renamed.current(Scope.tag(tag)).key())
                .replace(
                        "author",
                        author -> renamed.current(Scope.author(author)).key());
    }

    static UUID postId(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-id",
                    "A post is named by its id, a UUID such as 01939c5e-8f3a-7c21-9d55-0c4be2a1f7aa. Look it up in"
                            + " /api/feed/posts?fields=id,slug.");
        }
        return UUID.fromString(text);
    }

    ContentQuery read(QueryParameters parameters) {
        var cursor = parameters.text(Cursor.PARAMETER);
        return new ContentQuery(
                parameters.text("series"),
                parameters.text("tag"),
                parameters.text("author"),
                parameters.time("from", calendar),
                parameters.time("to", calendar),
                cursor == null ? null : Cursor.decode(cursor),
                parameters.number("limit", DEFAULT_LIMIT, ContentQuery.MAX_LIMIT));
    }
}
