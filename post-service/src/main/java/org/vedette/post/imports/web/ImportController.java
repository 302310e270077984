package org.vedette.post.imports.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.content.PlainText;
import org.vedette.post.imports.ImportException.ImportNotFoundException;
import org.vedette.post.imports.ImportService;
import org.vedette.post.requests.Caller;
import org.vedette.starter.api.ContentTags;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** The API of imports. */
@RestController
@RequestMapping("/api/imports")
final class ImportController {

    private static final int NEWEST = 20;
    private static final int MAX_ID = 40;

    private final ImportService imports;
    private final ImportReceiver receiver;
    private final ContentTags tags;

    ImportController(ImportService imports, ImportReceiver receiver, ContentTags tags) {
        this.imports = imports;
        this.receiver = receiver;
        this.tags = tags;
    }

    /** The imports begun last, without their items. */
    record ImportList(List<ImportView> imports) {}

    /** Takes a form, or the file itself, whose name is said by the form, a header or the address; answers as soon as the file is here. */
    @PostMapping
    Mono<ResponseEntity<ImportView>> begin(
            ServerHttpRequest request,
            @RequestParam(defaultValue = "false") String dryRun,
            @RequestParam(defaultValue = "") String name,
            Caller caller) {
        var isDryRun = flag(dryRun);
        return imports.requireRoom(caller)
                .then(receiver.receive(
                        request,
                        file -> imports.begin(
                                file.path(),
                                file.name().isEmpty() ? name : file.name(),
                                isDryRun || file.isDryRun(),
                                caller)))
                .map(begun -> ResponseEntity.accepted()
                        .location(URI.create("/api/imports/" + begun.id()))
                        .body(ImportView.of(begun)));
    }

    @GetMapping
    Mono<ResponseEntity<ImportList>> newest(Caller caller) {
        return imports.newest(NEWEST, caller)
                .map(ImportView::of)
                .collectList()
                .map(found -> tags.ok(new ImportList(found)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<ImportView>> one(@PathVariable String id, Caller caller) {
        return imports.find(id(id), caller).map(found -> tags.ok(ImportView.of(found)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ImportNotFoundException(PlainText.start(text, MAX_ID));
        }
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            var message = "must be true or false";
            throw new ProblemException(
                    Problem.of(StandardProblem.MALFORMED_REQUEST, "The parameter dryRun " + message + ".")
                            .withError("dryRun", message));
        }
        return value.equals("true");
    }
}
