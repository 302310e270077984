package org.vedette.post.notes.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Comparator;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.notes.NoteThread;
import org.vedette.post.notes.NoteThread.Note;
import org.vedette.post.notes.NoteThread.Resolution;
import org.vedette.post.notes.NoteThreads;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Threads of notes, one document each. */
@Component
final class MongoNoteThreads implements NoteThreads {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> notes;

    MongoNoteThreads(MongoCollection<Document> notes) {
        this.notes = notes;
    }

    @Override
    public Flux<NoteThread> of(PostId post) {
        return Flux.from(notes.find(eq(NoteDocuments.POST, post.value())))
                .map(NoteDocuments::thread)
                .sort(Comparator.comparing(thread -> thread.notes().get(0).at()));
    }

    @Override
    public Mono<Void> add(NoteThread thread) {
        return Mono.from(notes.insertOne(NoteDocuments.of(thread))).then();
    }

    @Override
    public Mono<NoteThread> reply(PostId post, UUID thread, Note reply) {
        return update(post, thread, push(NoteDocuments.NOTES, NoteDocuments.of(reply)));
    }

    @Override
    public Mono<NoteThread> resolve(PostId post, UUID thread, @Nullable Resolution resolution) {
        return update(post, thread, set(NoteDocuments.RESOLVED, NoteDocuments.of(resolution)));
    }

    private Mono<NoteThread> update(PostId post, UUID thread, Bson change) {
        return Mono.from(notes.findOneAndUpdate(
                        and(eq(NoteDocuments.ID, thread), eq(NoteDocuments.POST, post.value())), change, AFTER))
                .map(NoteDocuments::thread);
    }

    @Override
    public Mono<Void> deleteAll(PostId post) {
        return Mono.from(notes.deleteMany(eq(NoteDocuments.POST, post.value()))).then();
    }
}
