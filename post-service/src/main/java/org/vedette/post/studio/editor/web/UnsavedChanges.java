package org.vedette.post.studio.editor.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.vedette.post.autosave.Autosave;
import org.vedette.post.autosave.AutosaveKey;
import org.vedette.post.autosave.AutosaveService;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.SiteCalendar;
import reactor.core.publisher.Mono;

/** Brings back what somebody typed and did not save. */
@Component
final class UnsavedChanges {

    private final AutosaveService autosaves;
    private final SiteCalendar calendar;

    UnsavedChanges(AutosaveService autosaves, SiteCalendar calendar) {
        this.autosaves = autosaves;
        this.calendar = calendar;
    }

    /**
     * What was typed.
     *
     * @param form as it was typed, on the revision that was opened
     * @param words that say when it was
     */
    record Unsaved(EditorForm form, String words) {}

    /** Empty when there is nothing, or nothing else than what is saved. */
    Mono<Unsaved> find(AutosaveKey key, EditorForm saved, Caller caller) {
        return autosaves
                .find(key, caller)
                .map(this::unsaved)
                .filter(found -> !found.form().on(saved.revision()).equals(saved))
                // What was typed before is no reason to keep anybody from writing.
                .onErrorResume(failure -> Mono.empty());
    }

    private Unsaved unsaved(Autosave autosave) {
        var fields = new LinkedMultiValueMap<String, String>(autosave.fields());
        var revision = autosave.revision() == 0 ? "" : String.valueOf(autosave.revision());
        return new Unsaved(EditorForm.of(fields).on(revision), calendar.minute(autosave.at()));
    }

    /** Forgets it after it was saved; never fails. */
    Mono<Void> forget(AutosaveKey key, Caller caller) {
        return autosaves.forget(key, caller).onErrorResume(failure -> Mono.empty());
    }

    static AutosaveKey key(@Nullable Post post, Optional<String> series) {
        return post == null ? AutosaveKey.ofNew(series) : AutosaveKey.of(post.id());
    }
}
