package org.vedette.post.autosave.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.autosave.Autosave;
import org.vedette.post.autosave.AutosaveException.NoAutosaveException;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.autosave.AutosaveService;
import org.vedette.post.requests.Caller;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** The API of what the caller typed and did not save yet. */
@RestController
@RequestMapping("/api/posts/{key}/autosave")
final class AutosaveController {

    private final AutosaveService autosaves;

    AutosaveController(AutosaveService autosaves) {
        this.autosaves = autosaves;
    }

    @GetMapping
    Mono<AutosaveView> read(Caller caller, @PathVariable String key) {
        return autosaves
                .find(key(key), caller)
                .map(AutosaveView::of)
                .switchIfEmpty(Mono.error(NoAutosaveException::new));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<AutosaveView> keep(Caller caller, @PathVariable String key, @RequestBody AutosaveRequest request) {
        return autosaves
                .keep(key(key), revision(request), fields(request), caller)
                .map(AutosaveView::of);
    }

    private static long revision(AutosaveRequest request) {
        var revision = Objects.requireNonNullElse(request.revision(), 0L);
        if (revision < 0) {
            throw invalid("revision", "must be that of the post that was opened, or left out for a new post");
        }
        return revision;
    }

    /** What is kept replaces what was kept before: a request that says nothing must not. */
    private Map<String, List<String>> fields(AutosaveRequest request) {
        var fields = request.fields();
        if (fields == null) {
            throw invalid("fields", "is missing: send what was typed, or DELETE to forget it");
        }
        var known = autosaves.fields();
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    var names = known.stream().sorted().collect(Collectors.joining(", "));
                    throw invalid("fields." + unknown, "is not known; known are: " + names);
                });
        return fields;
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(
                Problem.of(StandardProblem.MALFORMED_REQUEST, "The field " + field + " " + message + ".")
                        .withError(field, message));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(Caller caller, @PathVariable String key) {
        return autosaves.forget(key(key), caller);
    }

    private static AutosaveKey key(String text) {
        return AutosaveKey.parse(text)
                .orElseThrow(() ->
                        new NoAutosaveException("Nothing is kept under this address: it must have the id of a post,"
                                + " new, or new- and the slug of a series."));
    }

    /**
     * What was typed.
     *
     * @param revision the one that was opened; left out for a new post
     * @param fields of the form of the editor, by their names
     */
    record AutosaveRequest(
            @Nullable Long revision, @Nullable Map<String, List<String>> fields) {}

    record AutosaveView(long revision, Instant savedAt, Map<String, List<String>> fields) {

        static AutosaveView of(Autosave autosave) {
            return new AutosaveView(autosave.revision(), autosave.at(), autosave.fields());
        }
    }
}
