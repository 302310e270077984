package org.vedette.post.publishing.web;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.content.Language;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The API of posts. */
@RestController
@RequestMapping("/api/posts")
final class PostController {

    private static final String ONE = "/{id}";

    private final PublishingService publishing;
    private final PostResponses responses;
    private final Permalinks permalinks;
    private final Language siteLanguage;
    private final JsonMapper json;

    PostController(PublishingService publishing, Permalinks permalinks, Language siteLanguage, JsonMapper json) {
        this.publishing = publishing;
        this.responses = new PostResponses(permalinks);
        this.permalinks = permalinks;
        this.siteLanguage = siteLanguage;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PostView>> draft(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PostRequest request) {
        var edit = SubmissionReader.edit(request, caller)
                .withKey(IdempotencyKeys.parse(key, caller, "create", json.writeValueAsBytes(request)));
        return publishing
                .draft(SubmissionReader.ofNew(request, siteLanguage), edit)
                .map(post -> responses.of(ResponseEntity.created(URI.create("/api/posts/" + post.id())), post));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<PostView>> read(Caller caller, @PathVariable String id) {
        return publishing.find(PostResponses.postId(id), caller).map(responses::ok);
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PostView>> replace(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PostRequest request) {
        return publishing
                .revise(
                        PostResponses.postId(id),
                        IfMatch.required(ifMatch),
                        (post, now) -> SubmissionReader.ofReplacement(request, post, now),
                        SubmissionReader.edit(request, caller))
                .map(responses::ok);
    }

    @PatchMapping(path = ONE, consumes = MergePatch.MEDIA_TYPE)
    Mono<ResponseEntity<PostView>> patch(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        var patch = MergePatch.parse(body, json);
        return publishing
                .revise(
                        PostResponses.postId(id),
                        IfMatch.required(ifMatch),
                        (post, now) -> patch.on(post, permalinks, siteLanguage, now),
                        patch.edit(caller))
                .map(responses::ok);
    }

    @DeleteMapping(ONE)
    Mono<ResponseEntity<Void>> delete(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return publishing
                .delete(
                        PostResponses.postId(id),
                        Optional.ofNullable(ifMatch).flatMap(IfMatch::revision),
                        Edit.by(caller))
                .thenReturn(ResponseEntity.noContent().build());
    }
}
