package org.vedette.post.renaming.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.renaming.Renaming;
import org.vedette.post.renaming.RenamingException.RenamingNotFoundException;
import org.vedette.post.renaming.RenamingService;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API that renames tags and authors, and tells how far that is. */
@RestController
final class RenamingController {

    private static final String RENAMINGS = "/api/renamings";
    private static final int NEWEST = 20;

    private final RenamingService renamings;
    private final ContentTags tags;

    RenamingController(RenamingService renamings, ContentTags tags) {
        this.renamings = renamings;
        this.tags = tags;
    }

    /**
     * The new tag.
     *
     * @param merge whether posts may have it already
     */
    record TagRenamingRequest(@Nullable String to, @Nullable Boolean merge) {}

    /**
     * The new name.
     *
     * @param name the one of the author's names that ends; may be left out when there is only one
     * @param merge whether it may be the name of another author
     */
    record AuthorRenamingRequest(
            @Nullable String name,
            @Nullable String to,
            @Nullable Boolean merge) {}

    /** The renamings begun last, newest first. */
    record RenamingList(List<RenamingView> renamings) {}

    @PostMapping(path = "/api/tags/{tag}/renaming", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RenamingView>> renameTag(
            @PathVariable String tag, @RequestBody TagRenamingRequest request, Caller caller) {
        return renamings
                .renameTag(tag, text(request.to()), Boolean.TRUE.equals(request.merge()), caller)
                .map(RenamingController::accepted);
    }

    @PostMapping(path = "/api/authors/{slug}/renaming", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RenamingView>> renameAuthor(
            @PathVariable String slug, @RequestBody AuthorRenamingRequest request, Caller caller) {
        return renamings
                .renameAuthor(slug, request.name(), text(request.to()), Boolean.TRUE.equals(request.merge()), caller)
                .map(RenamingController::accepted);
    }

    private static ResponseEntity<RenamingView> accepted(Renaming begun) {
        return ResponseEntity.accepted()
                .location(URI.create(RENAMINGS + "/" + begun.id()))
                .body(RenamingView.of(begun));
    }

    @GetMapping(RENAMINGS)
    Mono<ResponseEntity<RenamingList>> newest(Caller caller) {
        return renamings
                .newest(NEWEST, caller)
                .map(found -> tags.ok(
                        new RenamingList(found.stream().map(RenamingView::of).toList())));
    }

    @GetMapping(RENAMINGS + "/{id}")
    Mono<ResponseEntity<RenamingView>> one(@PathVariable String id, Caller caller) {
        return renamings.find(id(id), caller).map(found -> tags.ok(RenamingView.of(found)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RenamingNotFoundException(text);
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
