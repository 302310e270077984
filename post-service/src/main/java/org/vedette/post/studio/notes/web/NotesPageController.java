package org.vedette.post.studio.notes.web;

import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteException;
import org.vedette.post.notes.NoteException.UnknownThreadException;
import org.vedette.post.notes.NoteService;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Takes the forms of the notes on a post; one that is refused comes back with what was typed. */
@RestController
@RequestMapping(StudioPages.POSTS + "/{id}/notes")
final class NotesPageController {

    private final NoteService notes;
    private final NotesPanels panels;
    private final PublishingService publishing;
    private final StudioPages pages;

    NotesPageController(NoteService notes, NotesPanels panels, PublishingService publishing, StudioPages pages) {
        this.notes = notes;
        this.panels = panels;
        this.publishing = publishing;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return panels.of(post, caller).flatMap(panel -> page(HttpStatus.OK, post, panel, caller, exchange));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> add(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return exchange.getFormData()
                .flatMap(form -> Mono.defer(() -> notes.add(post, text(form), caller))
                        .map(thread -> back(post))
                        .onErrorResume(NoteException.class, refused -> refused(post, form, refused, caller, exchange)));
    }

    @PostMapping("/{thread}/replies")
    Mono<ResponseEntity<byte[]>> reply(
            @PathVariable String id, @PathVariable String thread, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return exchange.getFormData()
                .flatMap(form -> Mono.defer(() -> notes.reply(post, threadId(thread), text(form), caller))
                        .map(found -> back(post))
                        .onErrorResume(NoteException.class, refused -> refused(post, form, refused, caller, exchange)));
    }

    @PostMapping("/{thread}/resolution")
    Mono<ResponseEntity<byte[]>> resolve(
            @PathVariable String id, @PathVariable String thread, Caller caller, ServerWebExchange exchange) {
        var post = PostResponses.postId(id);
        return exchange.getFormData()
                .flatMap(
                        form -> notes.resolve(post, threadId(thread), "true".equals(form.getFirst("resolved")), caller))
                .map(found -> back(post));
    }

    private static UUID threadId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new UnknownThreadException();
        }
    }

    private static String text(MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst("text"), "");
    }

    private static ResponseEntity<byte[]> back(PostId post) {
        return StudioPages.redirect(StudioPages.POSTS + "/" + post + "#notes");
    }

    private Mono<ResponseEntity<byte[]>> refused(
            PostId post,
            MultiValueMap<String, String> form,
            NoteException why,
            Caller caller,
            ServerWebExchange exchange) {
        var status = why instanceof UnknownThreadException ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
        return panels.of(post, caller)
                .map(panel -> panel.refused(String.valueOf(why.getMessage()), text(form)))
                .flatMap(panel -> page(status, post, panel, caller, exchange));
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status, PostId id, NotesPanel panel, Caller caller, ServerWebExchange exchange) {
        return publishing.find(id, caller).map(post -> {
            var title = post.content().title().value();
            var layout = pages.layout("Notes: " + title, StudioPages.POSTS, caller, exchange);
            return pages.page(
                    status, "studio/notes.jte", new NotesPage(layout, StudioPages.POSTS + "/" + id, title, panel));
        });
    }
}
