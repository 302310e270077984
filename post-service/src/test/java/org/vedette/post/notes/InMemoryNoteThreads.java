package org.vedette.post.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes for tests; passes the same contract test as the store. */
public final class InMemoryNoteThreads implements NoteThreads {

    private final Map<UUID, NoteThread> threads = new LinkedHashMap<>();

    @Override
    public synchronized Flux<NoteThread> of(PostId post) {
        return Flux.fromIterable(List.copyOf(threads.values()))
                .filter(thread -> thread.post().equals(post));
    }

    @Override
    public synchronized Mono<Void> add(NoteThread thread) {
        threads.put(thread.id(), thread);
        return Mono.empty();
    }

    @Override
    public Mono<NoteThread> reply(PostId post, UUID thread, Note reply) {
        return change(post, thread, found -> {
            var notes = new ArrayList<>(found.notes());
            notes.add(reply);
            return new NoteThread(found.id(), found.post(), notes, found.resolution());
        });
    }

    @Override
    public Mono<NoteThread> resolve(PostId post, UUID thread, @Nullable Resolution resolution) {
        return change(post, thread, found -> new NoteThread(found.id(), found.post(), found.notes(), resolution));
    }

    private synchronized Mono<NoteThread> change(PostId post, UUID thread, UnaryOperator<NoteThread> change) {
        return Mono.justOrEmpty(threads.computeIfPresent(
                        thread, (id, found) -> found.post().equals(post) ? change.apply(found) : found))
                .filter(found -> found.post().equals(post));
    }

    @Override
    public synchronized Mono<Void> deleteAll(PostId post) {
        threads.values().removeIf(thread -> thread.post().equals(post));
        return Mono.empty();
    }
}
