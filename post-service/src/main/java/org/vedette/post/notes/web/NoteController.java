package org.vedette.post.notes.web;

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.notes.NoteException.UnknownThreadException;
import org.vedette.post.notes.NoteService;
import org.vedette.post.notes.NoteThread;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;

/** The API of the notes on a post. */
@RestController
@RequestMapping("/api/posts/{id}/notes")
final class NoteController {

    private final NoteService notes;

    NoteController(NoteService notes) {
        this.notes = notes;
    }

    @GetMapping
    Mono<ThreadList> all(Caller caller, @PathVariable String id) {
        return notes.of(PostResponses.postId(id), caller)
                .map(all -> new ThreadList(all.stream().map(ThreadView::of).toList()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ThreadView>> add(Caller caller, @PathVariable String id, @RequestBody NoteRequest request) {
        return notes.add(PostResponses.postId(id), request.given(), caller)
                .map(thread -> ResponseEntity.status(HttpStatus.CREATED).body(ThreadView.of(thread)));
    }

    @PostMapping(path = "/{thread}/replies", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<ThreadView>> reply(
            Caller caller, @PathVariable String id, @PathVariable String thread, @RequestBody NoteRequest request) {
        return notes.reply(PostResponses.postId(id), threadId(thread), request.given(), caller)
                .map(found -> ResponseEntity.status(HttpStatus.CREATED).body(ThreadView.of(found)));
    }

    @PutMapping("/{thread}/resolution")
    Mono<ThreadView> resolve(Caller caller, @PathVariable String id, @PathVariable String thread) {
        return notes.resolve(PostResponses.postId(id), threadId(thread), true, caller)
                .map(ThreadView::of);
    }

    @DeleteMapping("/{thread}/resolution")
    Mono<ThreadView> reopen(Caller caller, @PathVariable String id, @PathVariable String thread) {
        return notes.resolve(PostResponses.postId(id), threadId(thread), false, caller)
                .map(ThreadView::of);
    }

    private static UUID threadId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new UnknownThreadException();
        }
    }

    /** @param text 1 to 2,000 characters */
    record NoteRequest(@Nullable String text) {

        String given() {
            return Objects.requireNonNullElse(text, "");
        }
    }

    record ThreadList(List<ThreadView> threads) {}

    /**
     * A note with the replies to it.
     *
     * @param resolvedBy who settled it; absent while it is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThreadView(
            String id,
            boolean resolved,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt,
            List<NoteView> notes) {

        static ThreadView of(NoteThread thread) {
            var resolution = thread.resolution();
            return new ThreadView(
                    thread.id().toString(),
                    thread.isResolved(),
                    resolution == null ? null : resolution.by().name(),
                    resolution == null ? null : resolution.at(),
                    thread.notes().stream().map(NoteView::of).toList());
        }
    }

    record NoteView(String by, Instant at, String text) {

        static NoteView of(Note note) {
            return new NoteView(note.by().name(), note.at(), note.text().value());
        }
    }
}
