package org.vedette.post.autosave;

import org.vedette.post.lifecycle.PostCompanion;
import reactor.core.publisher.Mono;

/** What all people typed and did not save yet; one for each person and post. */
public interface Autosaves extends PostCompanion {

    /** Empty when there is none. */
    Mono<Autosave> find(String person, AutosaveKey key);

    /** Keeps it in place of the one before. */
    Mono<Void> put(Autosave autosave);

    Mono<Void> delete(String person, AutosaveKey key);
}
