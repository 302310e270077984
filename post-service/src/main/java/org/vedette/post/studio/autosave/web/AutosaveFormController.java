package org.vedette.post.studio.autosave.web;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.autosave.AutosaveException.NoAutosaveException;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.autosave.AutosaveService;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** Keeps what the script of the editor sends while somebody types. A form, because that needs no token of a session. */
@RestController
@RequestMapping(StudioPages.POSTS + "/{key}/autosave")
final class AutosaveFormController {

    private final AutosaveService autosaves;

    AutosaveFormController(AutosaveService autosaves) {
        this.autosaves = autosaves;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> keep(@PathVariable String key, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(fields -> autosaves.keep(key(key), revision(fields), fields, caller))
                .then();
    }

    @PostMapping("/discard")
    Mono<ResponseEntity<byte[]>> discard(@PathVariable String key, Caller caller) {
        var known = key(key);
        var path = known.post() == null ? "/new" : "/" + known.post();
        var query = known.series().map(slug -> "?series=" + slug).orElse("");
        return autosaves.forget(known, caller).thenReturn(StudioPages.redirect(StudioPages.POSTS + path + query));
    }

    private static long revision(MultiValueMap<String, String> fields) {
        var text = Objects.requireNonNullElse(fields.getFirst("revision"), "");
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
    }

    private static AutosaveKey key(String text) {
        return AutosaveKey.parse(text).orElseThrow(NoAutosaveException::new);
    }
}
