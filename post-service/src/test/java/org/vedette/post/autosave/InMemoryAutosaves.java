package org.vedette.post.autosave;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.post.lifecycle.PostId;
import reactor.core.publisher.Mono;

/** What was typed, for tests; passes the same contract test as the store. */
public final class InMemoryAutosaves implements Autosaves {

    private final Map<String, Autosave> autosaves = new ConcurrentHashMap<>();

    @Override
    public Mono<Autosave> find(String person, AutosaveKey key) {
        return Mono.fromSupplier(() -> autosaves.get(id(person, key)));
    }

    @Override
    public Mono<Void> put(Autosave autosave) {
        return Mono.fromRunnable(() -> autosaves.put(id(autosave.person(), autosave.key()), autosave));
    }

    @Override
    public Mono<Void> delete(String person, AutosaveKey key) {
        return Mono.fromRunnable(() -> autosaves.remove(id(person, key)));
    }

    @Override
    public Mono<Void> deleteAll(PostId post) {
        return Mono.fromRunnable(
                () -> autosaves.values().removeIf(each -> post.equals(each.key().post())));
    }

    private static String id(String person, AutosaveKey key) {
        return key.value() + "/" + person;
    }
}
