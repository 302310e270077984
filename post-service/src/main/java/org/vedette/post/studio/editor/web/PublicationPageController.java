package org.vedette.post.studio.editor.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Note;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.publishing.Publication;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Publishes, schedules and takes back, after it said what will happen. */
@RestController
@RequestMapping(StudioPages.POSTS + "/{id}")
final class PublicationPageController {

    private static final String PUBLICATION = "/publication";
    private static final String DELETION = "/deletion";

    private final PublishingService publishing;
    private final PublicationService publications;
    private final PublicationPages publicationPages;
    private final EditorResponses responses;

    PublicationPageController(
            PublishingService publishing,
            PublicationService publications,
            PublicationPages publicationPages,
            EditorResponses responses) {
        this.publishing = publishing;
        this.publications = publications;
        this.publicationPages = publicationPages;
        this.responses = responses;
    }

    @GetMapping(PUBLICATION)
    Mono<ResponseEntity<byte[]>> ask(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return publishing
                .find(EditorResponses.postId(id), caller)
                .flatMap(post -> publicationPages.page(post, publicationPages.form(post), null, caller, exchange));
    }

    @PostMapping(PUBLICATION)
    Mono<ResponseEntity<byte[]>> change(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = EditorResponses.postId(id);
        return exchange.getFormData()
                .map(PublicationForm::of)
                .flatMap(form -> Mono.defer(() -> change(post, form, caller))
                        .map(changed ->
                                StudioPages.redirect(EditorPages.path(changed) + "?done=" + done(form, changed)))
                        .onErrorResume(failure -> refused(post, form, failure, caller, exchange)));
    }

    private Mono<Post> change(PostId id, PublicationForm form, Caller caller) {
        var revision = Optional.of(EditorResponses.revision(form.revision()));
        var edit = Edit.by(caller).asSecondIssue(form.isSecondIssue()).tellingAlerted(form.tellsAlerted());
        return switch (form.action()) {
            case "publish" -> publications.publish(id, revision, new Publication(null, form.isQuiet()), edit);
            case "schedule" ->
                publications.publish(id, revision, new Publication(publicationPages.time(form), form.isQuiet()), edit);
            case "cancel" -> publications.withdraw(id, revision, null, edit);
            case "withdraw" -> publications.withdraw(id, revision, reason(form), edit);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form does not say what to do.");
        };
    }

    private static @Nullable Note reason(PublicationForm form) {
        if (form.reason().isEmpty()) {
            throw new InvalidValueException("Say why, in one sentence: readers who come to the address see it.");
        }
        return new Note(form.reason());
    }

    private static String done(PublicationForm form, Post changed) {
        return switch (form.action()) {
            case "schedule" -> changed instanceof Scheduled ? "scheduled" : "published";
            case "cancel" -> "unscheduled";
            case "withdraw" -> "withdrawn";
            default -> "published";
        };
    }

    private Mono<ResponseEntity<byte[]>> refused(
            PostId id, PublicationForm form, Throwable failure, Caller caller, ServerWebExchange exchange) {
        var errors = failure instanceof InvalidValueException invalid
                ? new FormErrors(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(invalid.getMessage()), Map.of())
                : responses.errors(failure, exchange);
        return publishing
                .find(id, caller)
                .flatMap(post -> publicationPages.page(post, form, errors, caller, exchange))
                .onErrorResume(unreadable -> Mono.error(failure));
    }

    @GetMapping(DELETION)
    Mono<ResponseEntity<byte[]>> askForDeletion(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return publishing
                .find(EditorResponses.postId(id), caller)
                .map(post -> publicationPages.deletion(post, caller, exchange));
    }

    @PostMapping(DELETION)
    Mono<ResponseEntity<byte[]>> delete(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = EditorResponses.postId(id);
        return exchange.getFormData()
                .map(PublicationForm::of)
                .flatMap(form -> publishing
                        .delete(post, Optional.of(EditorResponses.revision(form.revision())), Edit.by(caller))
                        .thenReturn(StudioPages.redirect(StudioPages.POSTS)));
    }
}
