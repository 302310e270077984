package org.vedette.post.autosave.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.vedette.post.autosave.Autosaves;
import org.vedette.post.autosave.AutosavesContract;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

class MongoAutosavesIT extends AutosavesContract {

    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());

    private final MongoAutosaves autosaves = new MongoAutosaves(collection());

    @AfterAll
    static void disconnect() {
        CLIENT.close();
    }

    @Override
    protected Autosaves autosaves() {
        return autosaves;
    }

    private static MongoCollection<Document> collection() {
        var collection =
                CLIENT.getDatabase(Infrastructure.freshDatabase("autosaves")).getCollection("autosaves");
        var indexes =
                new AutosaveStoreConfiguration().autosaveIndexes(collection).indexes();
        Flux.from(collection.createIndexes(indexes)).blockLast(Duration.ofSeconds(20));
        return collection;
    }
}
