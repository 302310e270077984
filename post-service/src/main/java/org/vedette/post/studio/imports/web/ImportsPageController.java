package org.vedette.post.studio.imports.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.imports.ImportException;
import org.vedette.post.imports.ImportException.ImportNotFoundException;
import org.vedette.post.imports.ImportException.ImportTooLargeException;
import org.vedette.post.imports.ImportException.ImportsBusyException;
import org.vedette.post.imports.ImportService;
import org.vedette.post.imports.web.ImportReceiver;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The pages of imports, for editors: a form, how it is going, and what came of it. */
@RestController
@RequestMapping(StudioPages.IMPORTS)
final class ImportsPageController {

    private static final int NEWEST = 20;

    private final ImportService imports;
    private final ImportReceiver receiver;
    private final ImportRows rows;
    private final StudioPages pages;

    ImportsPageController(ImportService imports, ImportReceiver receiver, ImportRows rows, StudioPages pages) {
        this.imports = imports;
        this.receiver = receiver;
        this.rows = rows;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> all(Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, null, caller, exchange);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> begin(ServerHttpRequest request, Caller caller, ServerWebExchange exchange) {
        return imports.requireRoom(caller)
                .then(receiver.receive(
                        request, file -> imports.begin(file.path(), file.name(), file.isDryRun(), caller)))
                .map(begun -> StudioPages.redirect(StudioPages.IMPORTS + "/" + begun.id()))
                .onErrorResume(
                        ImportException.class,
                        refusal -> page(status(refusal), refusal.getMessage(), caller, exchange));
    }

    private static HttpStatus status(ImportException refusal) {
        if (refusal instanceof ImportTooLargeException) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return refusal instanceof ImportsBusyException
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> one(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
        return imports.find(id(id), caller)
                .map(found -> pages.ok(
                        "studio/import.jte",
                        rows.page(found, pages.layout("Import", StudioPages.IMPORTS, caller, exchange))))
                .onErrorMap(
                        ImportNotFoundException.class,
                        unknown -> new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import.");
        }
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, @Nullable String error, Caller caller, ServerWebExchange exchange) {
        return imports.newest(NEWEST, caller)
                .map(rows::row)
                .collectList()
                .map(shown -> pages.page(
                        status,
                        "studio/imports.jte",
                        new ImportsPage(pages.layout("Imports", StudioPages.IMPORTS, caller, exchange), error, shown)));
    }
}
