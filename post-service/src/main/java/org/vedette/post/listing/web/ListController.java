package org.vedette.post.listing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.ListingService.PostPage;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostView;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of lists of posts. */
@RestController
final class ListController {

    private final ListingService listing;
    private final Permalinks permalinks;
    private final ContentTags tags;

    ListController(ListingService listing, Permalinks permalinks, ContentTags tags) {
        this.listing = listing;
        this.permalinks = permalinks;
        this.tags = tags;
    }

    /**
     * A page of a list.
     *
     * @param next the parameter {@code cursor} of the next page; null on the last one
     * @param total number of all posts that match
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostList(List<PostView> posts, @Nullable String next, long total) {}

    @GetMapping("/api/posts")
    Mono<ResponseEntity<PostList>> posts(
            Caller caller,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String schedule,
            @RequestParam(required = false) @Nullable String series,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String tlp,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor) {
        var query =
                new QueryReader().read(ListLimit.parse(limit), status, schedule, series, author, tag, tlp, q, cursor);
        return listing.find(query, caller).map(page -> tags.ok(view(page)));
    }

    private PostList view(PostPage page) {
        var next = page.next();
        return new PostList(
                page.posts().stream()
                        .map(summary -> PostView.of(summary, permalinks))
                        .toList(),
                next == null ? null : next.text(),
                page.total());
    }
}
