package org.vedette.post.sharing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.requests.Caller;
import org.vedette.post.sharing.PreviewLink;
import org.vedette.post.sharing.SharingException.LinkNotFoundException;
import org.vedette.post.sharing.SharingService;
import org.vedette.post.sharing.SharingService.MadeLink;
import reactor.core.publisher.Mono;

/** The API of the links by which somebody outside reads a post before it is published. */
@RestController
@RequestMapping("/api/posts/{id}/preview-links")
final class PreviewLinkController {

    private static final int DEFAULT_DAYS = 7;

    private final SharingService sharing;
    private final Permalinks permalinks;

    PreviewLinkController(SharingService sharing, Permalinks permalinks) {
        this.sharing = sharing;
        this.permalinks = permalinks;
    }

    @GetMapping
    Mono<LinkList> all(Caller caller, @PathVariable String id) {
        return sharing.of(PostResponses.postId(id), caller)
                .map(all -> new LinkList(all.stream().map(LinkView::of).toList()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<LinkView>> make(Caller caller, @PathVariable String id, @RequestBody LinkRequest request) {
        var days = Objects.requireNonNullElse(request.days(), DEFAULT_DAYS);
        return sharing.make(PostResponses.postId(id), days, caller)
                .map(made -> ResponseEntity.status(HttpStatus.CREATED).body(LinkView.of(made, permalinks)));
    }

    @DeleteMapping("/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Caller caller, @PathVariable String id, @PathVariable String link) {
        return sharing.revoke(PostResponses.postId(id), linkId(link), caller);
    }

    private static UUID linkId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new LinkNotFoundException();
        }
    }

    /** @param days for which the link is valid, by default 7 */
    record LinkRequest(@Nullable Integer days) {}

    record LinkList(List<LinkView> links) {}

    /**
     * A link.
     *
     * @param url what it is sent as; only in the response that makes it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkView(
            String id,
            String by,
            Instant createdAt,
            Instant expiresAt,
            @Nullable String url) {

        static LinkView of(PreviewLink link) {
            return of(link, null);
        }

        static LinkView of(MadeLink made, Permalinks permalinks) {
            return of(made.link(), permalinks.ofPreview(made.secret().value()));
        }

        private static LinkView of(PreviewLink link, @Nullable String url) {
            return new LinkView(link.id().toString(), link.by().name(), link.createdAt(), link.expiresAt(), url);
        }
    }
}
