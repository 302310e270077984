package org.vedette.embedded.store;

import static com.mongodb.client.model.Filters.empty;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Speaks to a store like the services do, and waits for the answers. */
final class StoreClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final MongoClient client;

    StoreClient(String connectionString) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    MongoCollection<Document> collection(String name) {
        return collection("vedette", name);
    }

    MongoCollection<Document> collection(String database, String name) {
        return client.getDatabase(database).getCollection(name);
    }

    MongoClient driver() {
        return client;
    }

    static <T> T one(Publisher<T> publisher) {
        var value = Mono.from(publisher).block(TIMEOUT);
        if (value == null) {
            throw new AssertionError("no answer");
        }
        return value;
    }

    static void run(Publisher<?> publisher) {
        Mono.from(publisher).then().block(TIMEOUT);
    }

    static <T> List<T> all(Publisher<T> publisher) {
        var values = Flux.from(publisher).collectList().block(TIMEOUT);
        return values == null ? List.of() : values;
    }

    static List<Document> found(MongoCollection<Document> collection, Bson filter) {
        return all(collection.find(filter));
    }

    static List<Document> everything(MongoCollection<Document> collection) {
        return found(collection, empty());
    }

    @Override
    public void close() {
        client.close();
    }
}
