package org.vedette.notification;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.bson.UuidRepresentation;
import org.vedette.notification.store.DocumentReader;
import org.vedette.starter.mongo.CollectionIndexes;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Flux;

/** The store of the test JVM, for adapters that are tested without Spring. */
public final class TestStore {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(Infrastructure.mongodb()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());

    private TestStore() {}

    public static DocumentReader reader() {
        return new DocumentReader(new SimpleMeterRegistry());
    }

    public static void create(CollectionIndexes indexes) {
        Flux.from(indexes.collection().createIndexes(indexes.indexes())).blockLast(TIMEOUT);
    }

    public static MongoClient client() {
        return CLIENT;
    }
}
