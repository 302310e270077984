package org.vedette.post.review.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.IfMatch;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.publishing.web.PostView;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Mono;

/** The API by which a draft is handed to those who publish. */
@RestController
@RequestMapping("/api/posts/{id}/review")
final class ReviewController {

    private final PublishingService publishing;
    private final PostResponses responses;

    ReviewController(PublishingService publishing, Permalinks permalinks) {
        this.publishing = publishing;
        this.responses = new PostResponses(permalinks);
    }

    @PutMapping
    Mono<ResponseEntity<PostView>> ready(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return mark(id, ifMatch, true, caller);
    }

    @DeleteMapping
    Mono<ResponseEntity<PostView>> notReady(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return mark(id, ifMatch, false, caller);
    }

    private Mono<ResponseEntity<PostView>> mark(String id, @Nullable String ifMatch, boolean ready, Caller caller) {
        return publishing
                .markReady(
                        PostResponses.postId(id),
                        Optional.ofNullable(ifMatch).flatMap(IfMatch::revision),
                        ready,
                        Edit.by(caller))
                .map(responses::ok);
    }
}
