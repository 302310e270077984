package org.vedette.post.publishing.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.post.content.Language;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The API of posts. */
@RestController
@RequestMapping("/api/posts")
final class PostController {

    private static final String ONE = "/{id}";
    private static final Pattern EMPTY_OBJECT = Pattern.compile("\\s*\\{\\s*}\\s*");

    private final PublishingService publishing;
    private final Permalinks permalinks;
    private final Language siteLanguage;
    private final ContentTags tags;
    private final JsonMapper json;

    PostController(
            PublishingService publishing,
            Permalinks permalinks,
            Language siteLanguage,
            ContentTags tags,
            JsonMapper json) {
        this.publishing = publishing;
        this.permalinks = permalinks;
        this.siteLanguage = siteLanguage;
        this.tags = tags;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PostView>> draft(@RequestBody PostRequest request) {
        return publishing
                .draft(SubmissionReader.ofNew(request, siteLanguage))
                .map(post -> ResponseEntity.created(URI.create("/api/posts/" + post.id()))
                        .eTag(eTag(post))
                        .body(view(post)));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<PostView>> read(@PathVariable String id) {
        return publishing.find(postId(id)).map(this::ok);
    }

    @GetMapping
    Mono<ResponseEntity<PostList>> newest(@RequestParam(defaultValue = "20") String limit) {
        return publishing
                .newest(ListLimit.parse(limit))
                .map(summary -> PostView.of(summary, permalinks))
                .collectList()
                .map(posts -> tags.ok(new PostList(posts)));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PostView>> replace(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PostRequest request) {
        return publishing
                .revise(
                        postId(id),
                        IfMatch.required(ifMatch),
                        (post, now) -> SubmissionReader.ofReplacement(request, post, now))
                .map(this::ok);
    }

    @PatchMapping(path = ONE, consumes = MergePatch.MEDIA_TYPE)
    Mono<ResponseEntity<PostView>> patch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        var patch = MergePatch.parse(body, json);
        return publishing
                .revise(
                        postId(id),
                        IfMatch.required(ifMatch),
                        (post, now) -> patch.on(post, permalinks, siteLanguage, now))
                .map(this::ok);
    }

    @PostMapping(ONE + "/publication")
    Mono<ResponseEntity<PostView>> publish(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        requireEmpty(body);
        return publishing
                .publish(postId(id), Optional.ofNullable(ifMatch).flatMap(IfMatch::revision))
                .map(this::ok);
    }

    /** An empty object asks for nothing, and some clients cannot send less. */
    private static void requireEmpty(byte @Nullable [] body) {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        if (!text.isBlank() && !EMPTY_OBJECT.matcher(text).matches()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Send no body: a post is published at once. The date that it is to carry is its field publishAt.");
        }
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
