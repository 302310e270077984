package org.vedette.post.publishing.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import reactor.core.publisher.Mono;

/** The API of posts. */
@RestController
@RequestMapping("/api/posts")
final class PostController {

    private static final int MAX_LISTED = 100;

    private final PublishingService publishing;
    private final Permalinks permalinks;

    PostController(PublishingService publishing, Permalinks permalinks) {
        this.publishing = publishing;
        this.permalinks = permalinks;
    }

    @PostMapping
    Mono<ResponseEntity<PostView>> draft(@RequestBody PostRequest request) {
        return publishing
                .draft(request.asNew())
                .map(post -> ResponseEntity.created(URI.create("/api/posts/" + post.id()))
                        .eTag(eTag(post))
                        .body(view(post)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<PostView>> read(@PathVariable String id) {
        return publishing.find(postId(id)).map(this::ok);
    }

    @GetMapping
    Mono<PostList> newest(@RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MAX_LISTED) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The parameter limit must be between 1 and " + MAX_LISTED + ".");
        }
        return publishing
                .newest(limit)
                .map(summary -> PostView.of(summary, permalinks))
                .collectList()
                .map(PostList::new);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<PostView>> revise(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PostRequest request) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(
                    PublishingProblem.REVISION_REQUIRED,
                    "Send the revision you read in the header If-Match, as the ETag had it."));
        }
        return publishing
                .revise(postId(id), IfMatch.revision(ifMatch), request.asRevision())
                .map(this::ok);
    }

    @PostMapping("/{id}/publication")
    Mono<ResponseEntity<PostView>> publish(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return publishing
                .publish(postId(id), Optional.ofNullable(ifMatch).flatMap(IfMatch::revision))
                .map(this::ok);
    }

    private ResponseEntity<PostView> ok(Post post) {
        return ResponseEntity.ok().eTag(eTag(post)).body(view(post));
    }

    private PostView view(Post post) {
        return PostView.of(post, permalinks);
    }

    private static PostId postId(String id) {
        return PostId.of(id).orElseThrow(() -> new PostNotFoundException(id));
    }

    private static String eTag(Post post) {
        return "\"" + post.revision().value() + "\"";
    }

    record PostList(List<PostView> posts) {}
}
