package org.vedette.post.studio.editor.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.SubmissionReader;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.studio.editor.web.EditorPages.Content;
import org.vedette.post.studio.editor.web.UnsavedChanges.Unsaved;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The editor: whatever goes wrong with a save, its page comes back with everything that was typed. */
@RestController
@RequestMapping(StudioPages.POSTS)
final class EditorController {

    private static final Logger log = LoggerFactory.getLogger(EditorController.class);
    private static final Map<String, String> NOTICES = Map.of(
            "saved", "Saved.",
            "ready", "Saved, and ready for review.",
            "unready", "Saved, and not ready for review any more.",
            "restored", "The earlier revision is the newest one again.",
            "unscheduled", "The schedule is cancelled: this is a draft again.",
            "scheduled", "Scheduled.",
            "published", "Published.",
            "withdrawn", "Withdrawn: its address says so, with your reason.");

    private final PublishingService publishing;
    private final NextIssues nextIssues;
    private final Collisions collisions;
    private final UnsavedChanges unsaved;
    private final EditorPages editor;
    private final EditorResponses responses;

    EditorController(
            PublishingService publishing,
            NextIssues nextIssues,
            Collisions collisions,
            UnsavedChanges unsaved,
            EditorPages editor,
            EditorResponses responses) {
        this.publishing = publishing;
        this.nextIssues = nextIssues;
        this.collisions = collisions;
        this.unsaved = unsaved;
        this.editor = editor;
        this.responses = responses;
    }

    /** An empty form, or one with the next issue of a series. */
    @GetMapping("/new")
    Mono<ResponseEntity<byte[]>> write(
            @RequestParam(required = false) @Nullable String series, Caller caller, ServerWebExchange exchange) {
        var key = UnsavedChanges.key(null, Optional.ofNullable(series));
        return nextIssues
                .form(Optional.ofNullable(series), caller)
                .flatMap(form -> unsaved.find(key, form, caller)
                        .map(found -> editor.page(
                                found.form(), Content.of(null).unsaved(key, found.words()), caller, exchange))
                        .defaultIfEmpty(editor.page(form, Content.of(null).on(key), caller, exchange))
                        .flatMap(page -> page))
                .map(responses::ok);
    }

    @PostMapping("/new")
    Mono<ResponseEntity<byte[]>> create(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().map(EditorResponses::whole).flatMap(fields -> create(fields, caller, exchange));
    }

    private Mono<ResponseEntity<byte[]>> create(
            MultiValueMap<String, String> fields, Caller caller, ServerWebExchange exchange) {
        var form = EditorForm.of(fields);
        var key = AutosaveKey.parse(Objects.requireNonNullElse(fields.getFirst("autosave"), "new"))
                .filter(known -> known.post() == null)
                .orElse(AutosaveKey.ofNew(Optional.empty()));
        return Mono.defer(() -> publishing.draft(
                        SubmissionReader.ofNew(form.request(), responses.siteLanguage()),
                        SubmissionReader.edit(form.request(), caller)))
                .flatMap(post -> unsaved.forget(key, caller).then(next(post, fields, caller)))
                .onErrorResume(failure -> refused(form, Content.of(null).on(key), failure, caller, exchange));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> open(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            Caller caller,
            ServerWebExchange exchange) {
        return publishing
                .find(EditorResponses.postId(id), caller)
                .flatMap(post -> unsaved.find(AutosaveKey.of(post.id()), EditorForm.of(post), caller)
                        .map(found -> unsaved(post, found, caller, exchange))
                        .defaultIfEmpty(editor.page(
                                EditorForm.of(post),
                                new Content(post, done == null ? null : NOTICES.get(done), null, null),
                                caller,
                                exchange))
                        .flatMap(page -> page))
                .map(responses::ok);
    }

    /** What was typed comes back; what somebody else saved since then is shown beside it. */
    private Mono<EditorPage> unsaved(Post post, Unsaved found, Caller caller, ServerWebExchange exchange) {
        var key = AutosaveKey.of(post.id());
        var current = String.valueOf(post.revision().value());
        var content = Content.of(post).unsaved(key, found.words());
        if (found.form().revision().equals(current)) {
            return editor.page(found.form(), content, caller, exchange);
        }
        var errors = new FormErrors(
                HttpStatus.CONFLICT,
                "The post was saved since you typed this. Nothing of yours is lost: it is in the form below. Look at what"
                        + " was changed, take over what you want to keep, and save.",
                Map.of());
        return Mono.defer(() -> collisions.between(
                        post.id(), EditorResponses.revision(found.form().revision()), post.revision(), caller))
                .map(Optional::of)
                // The history may be closed to the caller, or the revision be gone; what was typed is shown all the
                // same.
                .onErrorReturn(Optional.empty())
                .flatMap(others -> editor.page(
                        found.form().on(current), content.refused(errors, others.orElse(null)), caller, exchange));
    }

    @PostMapping("/{id}")
    Mono<ResponseEntity<byte[]>> save(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = EditorResponses.postId(id);
        return exchange.getFormData()
                .map(EditorResponses::whole)
                .flatMap(fields -> save(post, fields, caller, exchange));
    }

    private Mono<ResponseEntity<byte[]>> save(
            PostId id, MultiValueMap<String, String> fields, Caller caller, ServerWebExchange exchange) {
        var form = EditorForm.of(fields);
        return Mono.defer(() -> publishing.revise(
                        id,
                        Optional.of(EditorResponses.revision(form.revision())),
                        (post, now) -> SubmissionReader.ofReplacement(form.request(), post, now),
                        SubmissionReader.edit(form.request(), caller)))
                .flatMap(post -> unsaved.forget(AutosaveKey.of(id), caller).then(next(post, fields, caller)))
                .onErrorResume(failure -> notSaved(id, form, failure, caller, exchange));
    }

    /** Back to the editor, or on to the publication. */
    private Mono<ResponseEntity<byte[]>> next(Post post, MultiValueMap<String, String> fields, Caller caller) {
        var review = fields.getFirst("review");
        var path = EditorPages.path(post);
        if (review == null) {
            return Mono.just(
                    StudioPages.redirect(path + (fields.containsKey("publish") ? "/publication" : "?done=saved")));
        }
        var isReady = review.equals("yes");
        return publishing
                .markReady(post.id(), Optional.empty(), isReady, Edit.by(caller))
                .thenReturn(StudioPages.redirect(path + (isReady ? "?done=ready" : "?done=unready")))
                // What was typed is saved, whatever this failed for; the page shows in which state the post is now.
                .onErrorResume(failure -> {
                    if (!(failure instanceof PublishingException)) {
                        log.warn("{} was saved, but whether it is ready for review was not", path, failure);
                    }
                    return Mono.just(StudioPages.redirect(path + "?done=saved"));
                });
    }

    private Mono<ResponseEntity<byte[]>> notSaved(
            PostId id, EditorForm form, Throwable failure, Caller caller, ServerWebExchange exchange) {
        return publishing
                .find(id, caller)
                .flatMap(post -> failure instanceof StaleRevisionException
                        ? overtaken(form, post, caller, exchange)
                        : refused(form, Content.of(post), failure, caller, exchange))
                .onErrorResume(unreadable ->
                        refused(form, Content.of(null).on(AutosaveKey.of(id)), failure, caller, exchange));
    }

    /** Shows what the other changed beside what was typed, which then replaces it when it is saved once more. */
    private Mono<ResponseEntity<byte[]>> overtaken(
            EditorForm form, Post post, Caller caller, ServerWebExchange exchange) {
        var errors = new FormErrors(
                HttpStatus.CONFLICT,
                "Somebody else saved this post while you wrote. Nothing of yours is lost: it is in the form below. Look at"
                        + " what they changed, take over what you want to keep, and save again.",
                Map.of());
        var current = post.revision();
        return collisions
                .between(post.id(), EditorResponses.revision(form.revision()), current, caller)
                .map(Optional::of)
                // The history may be closed to the caller, or have no such revision; nothing that was typed is lost for
                // it.
                .onErrorReturn(Optional.empty())
                .flatMap(others -> editor.page(
                        form.on(String.valueOf(current.value())),
                        new Content(post, null, errors, others.orElse(null)),
                        caller,
                        exchange))
                .map(page -> responses.page(errors.status(), page));
    }

    private Mono<ResponseEntity<byte[]>> refused(
            EditorForm form, Content content, Throwable failure, Caller caller, ServerWebExchange exchange) {
        var errors = responses.errors(failure, exchange);
        return editor.page(form, content.refused(errors, null), caller, exchange)
                .map(page -> responses.page(errors.status(), page));
    }
}
