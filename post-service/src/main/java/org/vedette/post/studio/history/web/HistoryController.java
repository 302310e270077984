package org.vedette.post.studio.history.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.RevisionNotFoundException;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.revisions.RevisionService;
import org.vedette.post.studio.history.web.HistoryPage.RevisionRow;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Who changed what, and the way back. */
@RestController
@RequestMapping(StudioPages.POSTS + "/{id}/history")
final class HistoryController {

    private final PublishingService publishing;
    private final RevisionService revisions;
    private final ComparisonParts parts;
    private final StudioPages pages;

    HistoryController(
            PublishingService publishing, RevisionService revisions, ComparisonParts parts, StudioPages pages) {
        this.publishing = publishing;
        this.revisions = revisions;
        this.parts = parts;
        this.pages = pages;
    }

    /** Compares two revisions where they are named, else the newest one with the one before. */
    @GetMapping
    Mono<ResponseEntity<byte[]>> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Caller caller,
            ServerWebExchange exchange) {
        return publishing.find(postId(id), caller).flatMap(post -> {
            var after = to == null ? post.revision() : revision(to);
            var before = from == null ? before(after) : revision(from);
            return Mono.zip(
                            revisions.of(post.id(), caller).collectList(),
                            comparison(post.id(), before, after, caller),
                            (all, comparison) -> view(post, all, comparison, caller, exchange))
                    .map(view -> pages.ok("studio/history.jte", view));
        });
    }

    @PostMapping("/{number}")
    Mono<ResponseEntity<byte[]>> restore(
            @PathVariable String id, @PathVariable String number, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> revisions.restore(
                        postId(id),
                        revision(number),
                        Optional.of(revision(Objects.requireNonNullElse(form.getFirst("revision"), ""))),
                        Edit.by(caller)))
                .map(post -> StudioPages.redirect(StudioPages.POSTS + "/" + post.id() + "?done=restored"));
    }

    private Mono<Optional<ComparisonPart>> comparison(PostId post, Revision before, Revision after, Caller caller) {
        return before.equals(after)
                ? Mono.just(Optional.empty())
                : revisions.compare(post, before, after, caller).map(parts::of).map(Optional::of);
    }

    private HistoryPage view(
            Post post,
            List<RevisionInfo> all,
            Optional<ComparisonPart> comparison,
            Caller caller,
            ServerWebExchange exchange) {
        var title = post.content().title().value();
        return new HistoryPage(
                pages.layout("History of " + title, StudioPages.POSTS, caller, exchange),
                StudioPages.POSTS + "/" + post.id(),
                title,
                post.revision().value(),
                all.stream().map(this::row).toList(),
                comparison.orElse(null));
    }

    private RevisionRow row(RevisionInfo info) {
        var note = info.note();
        return new RevisionRow(
                info.revision().value(),
                parts.line(info),
                note == null ? null : note.value(),
                info.changed().stream()
                        .sorted()
                        .map(field -> ComparisonParts.name(field.json()))
                        .collect(Collectors.joining(", ")));
    }

    private static Revision before(Revision revision) {
        return revision.equals(Revision.FIRST) ? revision : revision.previous();
    }

    private static PostId postId(String text) {
        return PostId.of(text)
                .orElseThrow(() -> new PostNotFoundException(text.length() > 40 ? text.substring(0, 40) + "…" : text));
    }

    private static Revision revision(String number) {
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw new RevisionNotFoundException(number.length() > 20 ? number.substring(0, 20) + "…" : number);
        }
        return new Revision(Long.parseLong(number));
    }
}
