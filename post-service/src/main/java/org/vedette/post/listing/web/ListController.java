package org.vedette.post.listing.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostView;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of lists of posts. */
@RestController
final class ListController {

    private final PublishingService publishing;
    private final Permalinks permalinks;
    private final ContentTags tags;

    ListController(PublishingService publishing, Permalinks permalinks, ContentTags tags) {
        this.publishing = publishing;
        this.permalinks = permalinks;
        this.tags = tags;
    }

    record PostList(List<PostView> posts) {}

    @GetMapping("/api/posts")
    Mono<ResponseEntity<PostList>> newest(@RequestParam(defaultValue = "20") String limit) {
        return publishing
                .newest(ListLimit.parse(limit))
                .map(summary -> PostView.of(summary, permalinks))
                .collectList()
                .map(posts -> tags.ok(new PostList(posts)));
    }
}
