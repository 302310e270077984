package org.vedette.feed.content.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.content.ContentQuery;
import org.vedette.feed.content.ContentService;
import org.vedette.feed.content.ContentService.TagSummary;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.serving.RequestRejectedException;
import org.vedette.feed.serving.web.CacheControlPolicy;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.serving.web.ResponseCache;
import org.vedette.starter.api.ChecksParameters;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The content API. */
@RestController
class ContentController {

    private static final String POSTS = "/api/feed/posts";
    private static final String SERIES = "/api/feed/series";
    private static final String TAGS = "/api/feed/tags";

    private final ContentService content;
    private final QueryReader queries;
    private final ResponseCache cache;
    private final Blog blog;
    private final JsonMapper json;

    ContentController(ContentService content, QueryReader queries, ResponseCache cache, Blog blog, JsonMapper json) {
        this.content = content;
        this.queries = queries;
        this.cache = cache;
        this.blog = blog;
        this.json = json;
    }

    @PostsOperation
    @ChecksParameters
    @GetMapping(POSTS)
    Mono<CachedResponse> posts(ServerWebExchange exchange) {
        var parameters = queries.parameters(exchange.getRequest());
        var query = queries.read(parameters);
        var fields = Fields.parse(parameters.text(QueryReader.FIELDS));
        if (fields.needBody()) {
            query.requireLimitForBodies();
        }
        return cache.get(
                POSTS + parameters.canonical(), () -> page(query, fields).map(page -> pageResponse(page, fields)));
    }

    @Operation(summary = "One post, with its body")
    @ApiResponse(
            responseCode = "200",
            description = "The post",
            content = @Content(schema = @Schema(implementation = PostView.class)))
    @ApiResponse(responseCode = "400", description = "The last path segment is no id")
    @ApiResponse(responseCode = "404", description = "There never was such a post")
    @ApiResponse(responseCode = "410", description = "It was withdrawn")
    @GetMapping(POSTS + "/{id}")
    Mono<CachedResponse> post(
            @Parameter(description = "Identity of the post", schema = @Schema(type = "string", format = "uuid"))
                    @PathVariable
                    String id) {
        var postId = QueryReader.postId(id);
        return cache.get(
                POSTS + "/" + postId,
                () -> content.post(postId)
                        .switchIfEmpty(Mono.error(ContentController::unknownPost))
                        .flatMap(this::postResponse));
    }

    @Operation(summary = "Every series and its newest issue")
    @ApiResponse(
            responseCode = "200",
            description = "All series",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = SeriesView.class))))
    @GetMapping(SERIES)
    Mono<CachedResponse> series() {
        return cache.get(
                SERIES,
                () -> content.series()
                        .map(all -> response(all.stream()
                                .map(each -> SeriesView.of(each, blog))
                                .toList())));
    }

    @Operation(summary = "Every tag and how many posts have it, most used first")
    @ApiResponse(
            responseCode = "200",
            description = "All tags",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = TagSummary.class))))
    @GetMapping(TAGS)
    Mono<CachedResponse> tags() {
        return cache.get(TAGS, () -> Mono.fromSupplier(() -> response(content.tags())));
    }

    private static RequestRejectedException unknownPost() {
        return RequestRejectedException.notFound(
                "unknown-post", "No post has this id. Ids are in the answers of " + POSTS + ".");
    }

    private Mono<PostsView> page(ContentQuery query, Fields fields) {
        return fields.needBody()
                ? content.posts(query).map(page -> PostsView.of(page, entry -> PostView.of(entry, blog)))
                : content.summaries(query).map(page -> PostsView.of(page, summary -> PostView.of(summary, blog)));
    }

    private Mono<CachedResponse> postResponse(ProjectedPost post) {
        return post instanceof Entry entry
                ? Mono.just(response(PostView.of(entry, blog)))
                : Mono.error(RequestRejectedException.gone("withdrawn-post", "This post was withdrawn."));
    }

    private CachedResponse pageResponse(PostsView page, Fields fields) {
        var tree = json.<ObjectNode>valueToTree(page);
        tree.withArray("posts").forEach(fields::filter);
        return response(tree);
    }

    private CachedResponse response(Object view) {
        return CachedResponse.ok(
                MediaType.APPLICATION_JSON_VALUE, json.writeValueAsBytes(view), CacheControlPolicy.PAGE);
    }
}
