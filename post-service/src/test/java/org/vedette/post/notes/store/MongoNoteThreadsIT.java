package org.vedette.post.notes.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.notes.NoteThreads;
import org.vedette.post.notes.NoteThreadsContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoNoteThreadsIT extends NoteThreadsContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private static final MongoCollection<Document> NOTES = notes();

    private final MongoNoteThreads threads = new MongoNoteThreads(NOTES);

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected NoteThreads threads() {
        return threads;
    }

    private static MongoCollection<Document> notes() {
        var collection =
                CLIENT.getDatabase(Infrastructure.freshDatabase("notes")).getCollection("notes");
        var indexes = new NoteStoreConfiguration().noteIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return collection;
    }
}
