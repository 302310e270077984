package org.vedette.post.notes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostCompanion;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The notes on all posts. */
public interface NoteThreads extends PostCompanion {

    /** All threads on a post, oldest first. */
    Flux<NoteThread> of(PostId post);

    Mono<Void> add(NoteThread thread);

    /** Adds a reply; empty when the post has no such thread. */
    Mono<NoteThread> reply(PostId post, UUID thread, Note reply);

    /** Settles a thread, or opens it again; empty when the post has no such thread. */
    Mono<NoteThread> resolve(PostId post, UUID thread, @Nullable Resolution resolution);
}
